// Every address of the portal that axe and the content security policy are tried on, full, empty and refused.
import type { Page } from '@playwright/test';
import { ask } from './person';

/** What everybody reaches. */
export const everybodys = async (page: Page) => {
  const actions = await ask<{ items: { id: string }[] }>(page, '/api/actions?mine=true');
  const strategies = await ask<{ strategies: { id: string; kind: string }[] }>(page, '/api/strategies');
  const parties = await ask<{ items: { id: string }[] }>(page, '/api/organizations?q=Region%20V%C3%A4sternorrland');
  const contacts = await ask<{ items: { id: string }[] }>(page, '/api/contacts?mine=true');
  const assignments = await ask<{ items: { id: string }[] }>(page, '/api/assignments');
  const publications = await ask<{ items: { id: string }[] }>(page, '/api/publications?q=samverkar');
  const rounds = await ask<{ items: { id: string }[] }>(page, '/api/consultations');
  const questions = await ask<{ items: { id: string }[] }>(page, '/api/questions');
  const supports = await ask<{ items: { id: string }[] }>(page, '/api/support');
  const answers = await ask<{ items: { id: string }[] }>(page, '/api/faq');
  const offers = await ask<{ items: { id: string }[] }>(page, '/api/offers?kind=training_day');
  const courses = await ask<{ items: { id: string }[] }>(page, '/api/offers?kind=web_course');
  const campaigns = await ask<{ items: { id: string }[] }>(page, '/api/offers?kind=campaign');
  const methods = await ask<{ items: { id: string }[] }>(page, '/api/methods?q=Trappan');
  const introducing = await ask<{ items: { id: string }[] }>(page, '/api/actions?kind=method_introduction');
  const plan = strategies.body.strategies.find((strategy) => strategy.kind === 'action_plan');
  const goals = await ask<{ goals: { id: string }[] }>(page, `/api/strategies/${plan?.id}`);
  const judged = await ask<{ items: { id: string }[] }>(page, `/api/assessments?goal=${goals.body.goals[0]?.id}`);
  const together = await ask<{ items: { id: string }[] }>(page, '/api/cooperations');
  const old = strategies.body.strategies.find((strategy) => strategy.kind === 'regional_strategy');
  return [
    '/',
    '/insatser',
    '/insatser?q=finnsinte',
    `/insatser/${actions.body.items[0]?.id}`,
    `/insatser/${actions.body.items[0]?.id}/som/${parties.body.items[0]?.id}`,
    '/insatser/tavla',
    '/insatser/tavla?q=finnsinte',
    '/insatser/karta',
    '/insatser/vem-gor-vad?by=goal',
    '/insatser/vem-gor-vad?q=finnsinte',
    '/insatser/tidslinje',
    '/insatser/tidslinje?by=municipality&year=2005',
    '/insatser/ny',
    '/insatser/samarbete',
    `/insatser/samarbete/${together.body.items[0]?.id ?? 'finns-inte'}`,
    '/ordlistor',
    '/ordlistor/forslag',
    '/uppgifter',
    '/uppgifter?late=true',
    '/uppgifter?state=ended',
    '/kommentarer',
    '/kommentarer?unread=true',
    '/kommentarer/finns-inte',
    '/insatser/mallar',
    '/insatser/importera',
    '/insatser/aterkommande',
    '/kontakter',
    '/kontakter?q=finnsinte',
    '/kontakter/ny',
    '/bekrafta',
    '/nej-tack',
    '/kontakter/skickat',
    '/kontakter/importera',
    '/kontakter/utskick',
    '/kontakter/grupper',
    '/kontakter/utskick?subject=perpetrators&scope=all',
    `/kontakter/${contacts.body.items[0]?.id}`,
    `/kontakter/${contacts.body.items[0]?.id}/som/${parties.body.items[0]?.id}`,
    '/strategier',
    `/strategier/${plan?.id}`,
    `/strategier/${plan?.id}/mal/${goals.body.goals[0]?.id}`,
    `/strategier/${plan?.id}/jamfor`,
    `/strategier/${plan?.id}/jamfor/${old?.id}`,
    `/strategier/${plan?.id}/tackning`,
    `/strategier/${plan?.id}/tackning?by=municipality&show=all`,
    `/strategier/${old?.id}/tackning`,
    `/strategier/${old?.id}`,
    '/remisser',
    `/remisser/${rounds.body.items[0]?.id}`,
    `/remisser/${rounds.body.items[0]?.id}/svar`,
    `/remisser/strategi/${plan?.id}`,
    '/ataganden',
    '/bedomningar',
    '/bedomningar?q=finnsinte',
    `/bedomningar/${judged.body.items[0]?.id}`,
    '/sok',
    '/sok?q=v%C3%A5ld',
    '/sok?q=finnsinte',
    '/kalender',
    '/kalender?view=month',
    '/kalender?month=2099-01',
    '/uppdrag',
    '/uppdrag?q=finnsinte',
    `/uppdrag/${assignments.body.items[0]?.id}`,
    '/publikationer',
    '/publikationer?q=orosanm%C3%A4lan',
    '/publikationer?q=finnsinte',
    '/publikationer/urval',
    `/publikationer/${publications.body.items[0]?.id}`,
    '/utbildningar',
    '/utbildningar?q=finnsinte',
    '/utbildningar/ny',
    '/utbildningar/tillsammans',
    '/utbildningar/tillsammans/finns-inte',
    `/utbildningar/${offers.body.items[0]?.id}`,
    `/utbildningar/${courses.body.items[0]?.id}/importera`,
    `/utbildningar/${campaigns.body.items[0]?.id}?som=tabell`,
    '/metoder',
    '/metoder?q=finnsinte',
    `/metoder/${methods.body.items[0]?.id}`,
    `/insatser/${introducing.body.items[0]?.id}`,
    '/fragor',
    '/fragor?q=finnsinte',
    '/fragor/ny',
    `/fragor/${questions.body.items[0]?.id}`,
    '/fragor/svar',
    `/fragor/svar/${answers.body.items[0]?.id}`,
    '/fragor/samlade',
    '/fragor/statistik',
    '/stod',
    '/stod?q=finnsinte',
    '/stod/ny',
    '/stod/tavla',
    '/stod/behov',
    `/stod/${supports.body.items[0]?.id}`,
    '/parter',
    '/parter?q=landstinget',
    '/parter?asOf=2016-06-01',
    '/parter/ny',
    `/parter/${parties.body.items[0]?.id}`,
    '/overlamning',
    '/valkommen',
    '/nytt',
    '/nytt/mejl',
    '/avsluta-mejl',
    '/papperskorg',
    '/dolda-texter',
    '/konto',
    '/mina-uppgifter',
    '/glomt-losenord',
    '/nytt-losenord',
    '/inbjudan',
    '/utgaende-post',
    '/tillganglighet',
    '/personuppgifter',
    '/finns-inte',
    '/insatser/01900000-0000-7000-8000-000000000000',
  ];
};

/** Pages that only administrators reach. */
export const administrators = async (page: Page): Promise<string[]> => {
  const { body } = await ask<{ items: { membershipId: string }[] }>(page, '/api/people');
  return [
    '/personer',
    '/utbildningar/underslag',
    '/systemnycklar',
    `/registerutdrag/${body.items[0]?.membershipId}`,
    '/granskningslogg',
    '/granskningslogg?outcome=denied',
    '/borttagning',
    '/gallring',
  ];
};

/** Pages of those who write the county's strategies. */
export const writers = async (page: Page): Promise<string[]> => {
  const { body } = await ask<{ strategies: { id: string; kind: string; status: string }[] }>(page, '/api/strategies');
  const publications = await ask<{ items: { id: string }[] }>(page, '/api/publications?mine=true');
  const own = await ask<{ items: { id: string }[] }>(page, '/api/methods?mine=true');
  const days = await ask<{ items: { id: string }[] }>(page, '/api/offers?kind=training_day&status=open');
  const day = `/utbildningar/${days.body.items[0]?.id}`;
  const { body: offer } = await ask<{ sessions: { id: string }[] }>(page, `/api/offers/${days.body.items[0]?.id}`);
  const draft = body.strategies.find(({ status }) => status === 'draft' || status === 'in_consultation');
  const plan = body.strategies.find(({ kind, status }) => kind === 'action_plan' && status === 'adopted');
  if (!draft) throw new Error('The demo county has no draft to walk through.');
  return [
    '/strategier/ny',
    '/uppdrag/nytt',
    '/publikationer/ny',
    '/metoder/ny',
    `${day}/andra`,
    `${day}/tillfallen/${offer.sessions[0]?.id}`,
    `/metoder/${own.body.items[0]?.id}/andra`,
    '/offentliga-sidor',
    '/offentliga-sidor/work',
    '/offentliga-sidor/about',
    '/offentliga-sidor/finns-inte',
    `/publikationer/${publications.body.items[0]?.id}/andra`,
    `/strategier/${draft.id}`,
    `/strategier/${draft.id}/skriv`,
    `/strategier/${draft.id}/skriv/tabell`,
    `/strategier/${draft.id}/ersatt`,
    `/strategier/${draft.id}/jamfor/${plan?.id}?bara=skillnader`,
  ];
};
