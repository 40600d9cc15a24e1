import 'swagger-ui-dist/swagger-ui.css';
import '../../../../libs/ui/src/styles/tokens.css';
import './api-reference.css';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { startTheme } from '@st0r/ui';
import { fetchAsPerson } from './fetch-as-person';
import { housePlugin } from './house-plugin';

const place = document.getElementById('reference');
if (!place) throw new Error('The page has no #reference');

startTheme();
followTheme();
await draw(place);

/** Swagger UI knows its dark colours by a class of its own. */
function followTheme(): void {
  const root = document.documentElement;
  const draw = () => void root.classList.toggle('dark-mode', root.dataset['bsTheme'] === 'dark');
  new MutationObserver(draw).observe(root, { attributeFilter: ['data-bs-theme'] });
  draw();
}

async function draw(into: HTMLElement): Promise<void> {
  const response = await fetchAsPerson('/api/v1/openapi.json', {});
  if (response.status === 401) return location.assign('/login?next=/help/api');
  if (!response.ok) return refuse(into);
  SwaggerUI({
    spec: (await response.json()) as object,
    domNode: into,
    plugins: [housePlugin],
    docExpansion: 'none',
    filter: true,
    deepLinking: true,
    displayOperationId: true,
    displayRequestDuration: true,
    showExtensions: true,
    defaultModelsExpandDepth: -1,
    validatorUrl: null,
    requestInterceptor: (request) => Object.assign(request, { userFetch: fetchAsPerson }),
  });
}

function refuse(into: HTMLElement): void {
  const text = document.createElement('p');
  text.className = 'wait';
  text.setAttribute('role', 'alert');
  text.textContent = 'The server does not send the description. Reload the page to try again.';
  into.replaceChildren(text);
}
