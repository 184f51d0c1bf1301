import { SetMetadata } from '@nestjs/common';

export const shownOnceKey = 'samverkan:shown-once';

/** The answer holds a secret that is kept nowhere: a repeated Idempotency-Key has still one effect, but is not given the answer again. */
export const ShownOnce = (): MethodDecorator => SetMetadata(shownOnceKey, true);
