import type { OpenProgress } from '@samverkan/shared/api';
import type { OpenStrategy } from '@samverkan/strategies/api';
import { dayOf, periodOf } from './days';
import { OpenGoals } from './open-goals';
import { Both, Chain, Section, StrategyLink } from './pieces';
import { StrategyBanner } from './strategy-banner';
import { type PageLanguage, wordsIn } from './words';

export interface StrategyProps {
  language: PageLanguage;
  strategy: OpenStrategy;
  progress: Map<string, OpenProgress>;
}

/** A decided strategy as it was decided, with what became of it. */
export function StrategyPage({ language, strategy, progress }: StrategyProps) {
  const words = wordsIn(language);
  const names = strategy.signatories.filter(({ withdrawnOn }) => !withdrawnOn);
  const left = strategy.signatories.flatMap((one) => (one.withdrawnOn ? [{ ...one, day: one.withdrawnOn }] : []));
  return (
    <>
      <div class="in-w hero">
        <div>
          <StrategyBanner strategy={strategy} language={language} />
          <h1>
            <Both sv={strategy.title} en={strategy.titleEn} language={language} />
          </h1>
          {strategy.vision && (
            <p class="ingress">
              {words('strategy.ingress.vision')}{' '}
              <Both sv={strategy.vision} en={strategy.visionEn} language={language} />
            </p>
          )}
          {strategy.note && (
            <p class="src">
              <Both sv={strategy.note} en={strategy.noteEn} language={language} />
            </p>
          )}
        </div>
      </div>
      <Section id="om" heading={words('strategy.facts')}>
        <Facts strategy={strategy} language={language} />
      </Section>
      <Section id="mal" heading={words('strategy.goals')}>
        {strategy.goals.length === 0 ? (
          <p>{words('strategy.goals.none')}</p>
        ) : (
          <OpenGoals strategy={strategy} progress={progress} language={language} />
        )}
      </Section>
      {strategy.signatories.length + strategy.unnamedSignatories > 0 && (
        <Section id="undertecknare" heading={words('strategy.signatories')}>
          <ul class="signs">
            {names.map((one) => (
              <li key={one.id}>
                {one.name}
                {one.functionTitle && <span class="b">{one.functionTitle}</span>}
              </li>
            ))}
            {left.map((one) => (
              <li key={one.id}>
                {one.name}
                <span class="b">{words('strategy.signatories.withdrawn', { day: dayOf(one.day, language) })}</span>
              </li>
            ))}
          </ul>
          {strategy.unnamedSignatories > 0 && (
            <p>{words('strategy.signatories.unnamed', { count: strategy.unnamedSignatories })}</p>
          )}
        </Section>
      )}
      {strategy.chain.length > 1 && (
        <Section id="fore" heading={words('strategy.chain')}>
          <Chain links={strategy.chain} here={strategy.id} language={language} />
        </Section>
      )}
      {strategy.sources.length > 0 && (
        <Section id="kallor" heading={words('strategy.sources')}>
          <ul class="plain">
            {strategy.sources.map((source) => (
              <li key={source}>
                {/^https:\/\//.test(source) ? (
                  <a href={source} target="_blank" rel="noopener noreferrer">
                    {`${new URL(source).hostname.replace(/^www\./, '')} (${words('strategy.sources.new-window')})`}
                  </a>
                ) : (
                  source
                )}
              </li>
            ))}
          </ul>
          {strategy.verification !== 'verified' && <p>{words('strategy.sources.unverified')}</p>}
        </Section>
      )}
    </>
  );
}

function Facts({ strategy, language }: Omit<StrategyProps, 'progress'>) {
  const words = wordsIn(language);
  const facts: [label: string, value: string | null | undefined][] = [
    [words('strategy.kind'), words(`kind.${strategy.kind}`)],
    [words('strategy.period'), periodOf(strategy.startsOn, strategy.endsOn, language, words('open-ended'))],
    [words('strategy.owner'), strategy.owner?.name],
    [words('strategy.document'), strategy.document],
    [words('strategy.decided'), strategy.decidedOn && dayOf(strategy.decidedOn, language)],
    [words('strategy.dnr'), strategy.dnr],
    [words('strategy.signed'), strategy.signedOn && dayOf(strategy.signedOn, language)],
  ];
  return (
    <dl class="facts">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      {strategy.implements.length > 0 && (
        <div>
          <dt>{words('strategy.implements')}</dt>
          {strategy.implements.map((frame) => (
            <dd key={frame.id}>
              <StrategyLink strategy={frame} language={language} />
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}
