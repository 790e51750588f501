import '@fontsource/ibm-plex-sans/latin-400.css';
import '@fontsource/ibm-plex-sans/latin-500.css';
import '@fontsource/ibm-plex-sans/latin-600.css';
import '@fontsource/ibm-plex-mono/latin-400.css';
import '@fontsource/ibm-plex-mono/latin-400-italic.css';
import '@fontsource/ibm-plex-mono/latin-500.css';
import '@fontsource/ibm-plex-mono/latin-600.css';
import 'dockview-react/dist/styles/dockview.css';
import './app/tokens.css';
import './app/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { loadMonaco } from './app/panels/editor/editor-panel.tsx';
import { isPhone } from './app/phone/is-phone.ts';
import { startWorkbench } from './app/state/workbench.ts';
import { defined } from './lib/assert.ts';

// The largest file of the page is on its way while the documents are read.
if (!isPhone()) void loadMonaco();
await startWorkbench();
createRoot(defined(document.getElementById('root') ?? undefined, '#root')).render(<App />);
