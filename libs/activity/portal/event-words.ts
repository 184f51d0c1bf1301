import type { ActivityEvent } from '@samverkan/activity/contract';

const plain = new Set(['created', 'updated', 'changed', 'joined', 'left', 'attachment-added']);
const ofCooperations = new Set(['invited', 'proposed', 'accepted', 'declined', 'withdrawn', 'reminded']);
const parties = new Set(['registered', 'changed', 'checked', 'undone', 'merged', 'withdrawn', 'put-back']);
const byValue: Record<string, ReadonlySet<string>> = {
  'status-changed': new Set(['draft', 'planned', 'ongoing', 'paused', 'completed', 'cancelled']),
  widened: new Set(['participants', 'county', 'members', 'public']),
  narrowed: new Set(['own', 'participants', 'county', 'members']),
};

/** The key of the sentence that tells what happened; a kind not known here gets a general one. */
export function eventWords(event: ActivityEvent): string {
  if (event.area === 'vocabularies')
    return `activity.event.term.${event.organization && ofTerms.has(event.kind) ? event.kind.slice(5) : 'changed'}`;
  if (event.area === 'tasks')
    return `activity.event.task.${event.organization && ofTasks.has(event.kind) ? event.kind.slice(5) : 'changed'}`;
  if (event.area === 'comments')
    return `activity.event.comment.${event.organization && ofComments.has(event.kind) ? event.kind.slice(8) : 'changed'}`;
  if (event.area === 'contacts') return contactWords(event);
  if (event.area === 'consultations') return consultationWords(event);
  if (event.area === 'strategies') return strategyWords(event);
  if (event.area === 'followup')
    return `activity.event.assessment.${event.kind === 'assessment.signed' || event.kind === 'assessment.corrected' ? event.kind.slice(11) : 'changed'}`;
  if (event.area === 'assignments') return assignmentWords(event);
  if (event.area === 'publications')
    return `activity.event.publication.${ofPublications.has(event.kind) ? event.kind.slice(12) : 'changed'}`;
  if (event.kind.startsWith('hosting.')) return hostingWords(event);
  if (event.area === 'learning') return offerWords(event);
  if (event.area === 'methods')
    return `activity.event.method.${event.organization && ofMethods.has(event.kind) ? event.kind.slice(7) : 'changed'}`;
  if (event.area === 'questions')
    return `activity.event.${ofQuestions.has(event.kind) ? event.kind : 'question.changed'}`;
  if (event.area === 'support')
    return `activity.event.${event.organization && ofSupport.has(event.kind) ? event.kind : 'support.changed'}`;
  if (event.kind === 'connection.asked' || event.kind === 'connection.nudged') return `activity.event.${event.kind}`;
  if (event.kind.startsWith('cooperation.')) return cooperationWords(event);
  const kind = event.kind.replace('action.', '');
  if (!event.organization) return 'activity.event.nobody';
  if (event.area === 'organizations')
    return `activity.party.${parties.has(event.kind.split('.')[1] ?? '') ? event.kind.split('.')[1] : 'changed'}`;
  if (plain.has(kind)) return `activity.event.${kind}`;
  return byValue[kind]?.has(event.value ?? '') ? `activity.event.${kind}.${event.value}` : 'activity.event.changed';
}

function cooperationWords(event: ActivityEvent): string {
  const kind = event.kind.replace('cooperation.', '');
  if (!event.organization) return 'activity.event.nobody';
  return `activity.event.cooperation.${ofCooperations.has(kind) ? kind : 'changed'}`;
}

const ofTerms = new Set(['term.proposed', 'term.decided', 'term.withdrawn', 'term.lapsed', 'term.undone']);
const ofPublications = new Set([
  'publication.created',
  'publication.published',
  'publication.withdrawn',
  'publication.reviewed',
  'publication.left',
  'publication.came-back',
]);
const ofMethods = new Set([
  'method.created',
  'method.published',
  'method.retired',
  'method.reviewed',
  'method.used',
  'method.use-changed',
  'method.use-ended',
]);
const ofTasks = new Set(['task.given', 'task.done', 'task.reopened']);
const ofComments = new Set(['comment.written', 'comment.mentioned']);

const ofStrategies = new Set([
  'begun',
  'adopted',
  'replaced',
  'adoption-undone',
  'repealed',
  'signatory-added',
  'signatory-changed',
  'commitment-made',
  'commitment-changed',
  'commitment-confirmed',
  'commitment-withdrawn',
]);

function strategyWords(event: ActivityEvent): string {
  const kind = event.kind.replace('strategy.', '');
  return `activity.event.strategy.${event.organization && ofStrategies.has(kind) ? kind : 'changed'}`;
}

const ofConsultations = new Set(['opened', 'invited', 'closed', 'answered', 'answer-changed', 'responded']);

function consultationWords(event: ActivityEvent): string {
  const kind = event.kind.replace('consultation.', '');
  return `activity.event.consultation.${ofConsultations.has(kind) ? kind : 'changed'}`;
}

const ofContacts = new Set([
  'created',
  'changed',
  'retired',
  'restored',
  'verified',
  'holder-appointed',
  'holder-changed',
  'holder-ended',
]);

function contactWords(event: ActivityEvent): string {
  const kind = event.kind.replace('contact.', '');
  if (!event.organization) return 'activity.event.contact.nobody';
  if (ofContacts.has(kind)) return `activity.event.contact.${kind}`;
  return byValue[kind]?.has(event.value ?? '')
    ? `activity.event.contact.${kind}.${event.value}`
    : 'activity.event.contact.changed';
}

const ofAssignments = new Set(['created', 'reported', 'tied']);
const assignmentStatuses = new Set(['received', 'ongoing', 'reported', 'closed']);

function assignmentWords(event: ActivityEvent): string {
  const kind = event.kind.replace('assignment.', '');
  if (kind === 'status-changed' && assignmentStatuses.has(event.value ?? ''))
    return `activity.event.assignment.status-changed.${event.value}`;
  return `activity.event.assignment.${ofAssignments.has(kind) ? kind : 'changed'}`;
}

const ofOffers = new Set(['created', 'joined', 'left', 'takenOut']);
const offerStatuses = new Set(['open', 'closed', 'cancelled', 'held']);

function offerWords(event: ActivityEvent): string {
  const kind = event.organization ? event.kind.replace('offer.', '') : '';
  if (kind === 'status-changed' && offerStatuses.has(event.value ?? ''))
    return `activity.event.offer.status-changed.${event.value}`;
  return `activity.event.offer.${ofOffers.has(kind) ? kind : 'changed'}`;
}

const ofHostings = new Set(['invited', 'accepted', 'declined', 'withdrawn', 'reminded']);

function hostingWords(event: ActivityEvent): string {
  const kind = event.organization ? event.kind.replace('hosting.', '') : '';
  return `activity.event.hosting.${ofHostings.has(kind) ? kind : 'changed'}`;
}

const ofQuestions = new Set(['question.asked', 'question.sent-national', 'question.answered']);
const ofSupport = new Set(
  'asked captured taken proposed agreed closed judged reopened declined withdrawn written'
    .split(' ')
    .map((kind) => `support.${kind}`),
);
