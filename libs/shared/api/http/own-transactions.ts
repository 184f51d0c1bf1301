import { SetMetadata } from '@nestjs/common';

export const ownTransactionsKey = 'samverkan:own-transactions';

/** The handler changes things in transactions of its own: what it does is long, and must hold no connection meanwhile. */
export const OwnTransactions = (): MethodDecorator => SetMetadata(ownTransactionsKey, true);
