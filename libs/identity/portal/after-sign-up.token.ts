import { InjectionToken } from '@angular/core';

/** The address where somebody who has just come begins. What meets her there is known above; identity leans on none of it. */
export const AFTER_SIGN_UP = new InjectionToken<string>('AFTER_SIGN_UP', { providedIn: 'root', factory: () => '/' });
