import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app.config';
import { Root } from './root';

// The guards first wait for the session; what they will let through is fetched meanwhile.
void import('./shell/shell');
if (location.pathname === '/') void import('./start/start.page');

bootstrapApplication(Root, appConfig).catch((error: unknown) => console.error(error));
