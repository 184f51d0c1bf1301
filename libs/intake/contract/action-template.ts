import { ActionInput } from '@samverkan/actions/contract';
import { GuardConfirmed, Id, Moment, line } from '@samverkan/shared/contract';
import * as z from 'zod';

/** Templates that one organisation keeps, at most. */
export const mostTemplates = 100;

const of = ActionInput.shape;

/** What an action of the kind begins with. Its days and its status are never kept: they are each action's own. */
export const TemplateContent = z
  .strictObject({
    kind: of.kind,
    /** May be empty: each action is then named anew. */
    title: line(160, 0).default(''),
    description: of.description,
    goalIds: of.goalIds,
    municipalityCodes: of.municipalityCodes,
    targetGroups: of.targetGroups,
    forms: of.forms,
    phases: of.phases,
    responsibleFunction: of.responsibleFunction,
    responsibleFunctionId: of.responsibleFunctionId,
    partnerIds: of.partnerIds,
    partnerNames: of.partnerNames,
    visibility: of.visibility.default('county'),
  })
  .meta({ id: 'TemplateContent' });
export type TemplateContent = z.infer<typeof TemplateContent>;

const name = line(80, 2);

export const ActionTemplateInput = z
  .strictObject({ name, content: TemplateContent, guardConfirmed: GuardConfirmed.default([]) })
  .meta({ id: 'ActionTemplateInput' });
export type ActionTemplateInput = z.infer<typeof ActionTemplateInput>;

/** Another name, or another content in the place of the whole; needs `If-Match`. */
export const ActionTemplateChange = z
  .strictObject({
    name: name.optional(),
    content: TemplateContent.optional(),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'ActionTemplateChange' });
export type ActionTemplateChange = z.infer<typeof ActionTemplateChange>;

/** An organisation's template. Goals, partners and functions that are no more, or not for this reader, are left out of what it gives. */
export const ActionTemplate = z
  .object({ id: Id, name: z.string(), content: TemplateContent, changedAt: Moment, version: z.number().int() })
  .meta({ id: 'ActionTemplate' });
export type ActionTemplate = z.infer<typeof ActionTemplate>;

export const ActionTemplates = z
  .object({
    items: z.array(ActionTemplate),
    /** This reader may make, change and take away. */
    mayChange: z.boolean(),
  })
  .meta({ id: 'ActionTemplates' });
export type ActionTemplates = z.infer<typeof ActionTemplates>;

export const ActionTemplateDeed = z.strictObject({}).meta({ id: 'ActionTemplateDeed' });
