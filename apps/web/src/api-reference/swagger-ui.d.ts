/** The part of Swagger UI that this page uses; the package brings no types. */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  type Component = (props: { source?: string }) => unknown;
  interface System {
    React: { createElement(type: string, props: object | null, ...children: unknown[]): unknown };
  }
  /** Replaces components by name. */
  export type SwaggerPlugin = (system: System) => {
    wrapComponents: Record<string, (original: unknown, system: System) => Component>;
  };
  export default function SwaggerUI(options: {
    spec: object;
    domNode: HTMLElement;
    plugins: SwaggerPlugin[];
    requestInterceptor: (request: object) => object;
    docExpansion?: 'none';
    filter?: boolean;
    deepLinking?: boolean;
    displayOperationId?: boolean;
    displayRequestDuration?: boolean;
    showExtensions?: boolean;
    defaultModelsExpandDepth?: number;
    validatorUrl?: null;
  }): void;
}
