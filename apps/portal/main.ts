import { bootstrapApplication } from '@angular/platform-browser';
import { today } from '@samverkan/shared/portal';
import { appConfig } from './app.config';
import { Root } from './root';

// The guards first wait for the session; what they will let through is fetched meanwhile.
void import('./shell/shell');
if (location.pathname === '/') void import('./start/start.page');

// The first date a browser writes costs a phone a tenth of a second: paid while the network is waited for.
setTimeout(() => today());

// In a task of its own: what has been fetched is read first, and a touch is answered between the two.
setTimeout(() => void bootstrapApplication(Root, appConfig).catch((error: unknown) => console.error(error)));
