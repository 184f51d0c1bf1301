import { ActionEntity, ActionUpdateEntity } from '@samverkan/actions/api';
import { OrganizationEntity } from '@samverkan/organizations/api';

/** Everything TypeORM may change; hot reads are shaped queries and need no entity. */
export const entities = [ActionEntity, ActionUpdateEntity, OrganizationEntity];
