import type { SwaggerPlugin } from 'swagger-ui-dist/swagger-ui-es-bundle.js';

/**
 * What this page changes in Swagger UI. Descriptions are shown as the plain text they are: turning them into HTML would
 * write innerHTML, which our content security policy refuses. The session is the authorisation, so nothing asks for one.
 */
export const housePlugin: SwaggerPlugin = ({ React }) => ({
  wrapComponents: {
    Markdown:
      () =>
      ({ source }) =>
        source ? React.createElement('p', null, source) : null,
    authorizeBtn: () => () => null,
    authorizeOperationBtn: () => () => null,
    InfoContainer: () => () => null,
  },
});
