/** A file bundled as text. */
declare module '*?raw' {
  const text: string;
  export default text;
}
