import '../../../libs/ui/src/styles/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import iconSprite from 'virtual:icon-sprite';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { setIconSprite, startTheme } from '@st0r/ui';
import { createRouter, signInAddress } from './app/router';
import { onSignedOut } from './shared/api';
import { queryClient } from './shared/query-client';

startTheme();
setIconSprite(iconSprite);
const router = createRouter();
onSignedOut(() => {
  const { pathname } = location;
  // While the router starts, the shell's own loader redirects.
  if (!router.state.initialized || /^\/(login|setup|invite|reset|email-change)/.test(pathname)) return;
  // First away from the pages that need the person, then forget everything about them.
  void router.navigate(signInAddress(location.href), { replace: true }).then(() => queryClient.clear());
});

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
