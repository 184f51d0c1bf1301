import { ActionEntity, ActionUpdateEntity } from '@samverkan/actions/api';
import { ContactFunctionEntity, ContactHolderEntity } from '@samverkan/contacts/api';
import { OrganizationEntity } from '@samverkan/organizations/api';

/** Everything TypeORM may change; hot reads are shaped queries and need no entity. */
export const entities = [
  ActionEntity,
  ActionUpdateEntity,
  ContactFunctionEntity,
  ContactHolderEntity,
  OrganizationEntity,
];
