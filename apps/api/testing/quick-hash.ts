import { hash } from '@node-rs/argon2';

export const demoPassword = 'Samverkan-demo-2026';

/** As weak as it may be: for people of tests alone. */
export const quickHash = (password: string): Promise<string> => hash(password, { memoryCost: 8, timeCost: 1 });
