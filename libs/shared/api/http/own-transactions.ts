import { SetMetadata } from '@nestjs/common';

export const ownTransactionsKey = 'samverkan:own-transactions';

/** The handler changes things in transactions of its own: what it does is long, and must hold no connection meanwhile. An Idempotency-Key is not kept: only for what may be done twice. */
export const OwnTransactions = (): MethodDecorator => SetMetadata(ownTransactionsKey, true);
