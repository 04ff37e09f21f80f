import '@fontsource/sarabun/latin-400.css';
import '@fontsource/sarabun/latin-600.css';
import '@fontsource/sarabun/thai-400.css';
import '@fontsource/sarabun/thai-600.css';
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles.css';
import './app/theme.css';
import { createTheme, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/problem.ts';
import { router } from './app/router.tsx';

const theme = createTheme({ respectReducedMotion: true, cursorType: 'pointer' });

const STALE_MS = 15_000;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: STALE_MS,
      // A refusal stays one; a network may come back.
      retry: (failures, error) => !(error instanceof ApiProblem) && failures < 2,
    },
  },
});

/** How long the first page waits for its letters; whoever is on a slower line reads in other ones meanwhile. */
const LETTERS_MS = 1_000;

/** Letters that come after the words are of another width, and move what is under the hand. */
function letters(): Promise<unknown> {
  const late = new Promise((resolve) => setTimeout(resolve, LETTERS_MS));
  const loaded = ['400', '600'].map((weight) => document.fonts.load(`${weight} 1rem Sarabun`, 'aก'));
  return Promise.race([Promise.allSettled(loaded), late]);
}

const root = document.getElementById('app');
if (!root) throw new Error('The document has no place for the pages.');

await letters();
createRoot(root).render(
  <StrictMode>
    {/* Colours are in theme.css: the policy of the pages allows no styles made by scripts. */}
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
