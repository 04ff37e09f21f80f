import { guarded } from '#access';
import { type CivilDate, type Decider, type DecisionContext, type Refusal } from '#kernel';
import { refuse, type Subject } from '../refusals.ts';
import {
  dayRule,
  eventOrRefusal,
  firstRefusal,
  fiscalYearRule,
  present,
  quarterRule,
  reasonRule,
  sameContent,
} from '../rules.ts';
import type { QuarterlyReportCommand } from './commands.ts';
import { type DateReport, QuarterlyReportDated } from './date.ts';
import type { QuarterlyReportEvent } from './events.ts';
import { numberOfEdition, type PublishReport, ReportPublished } from './publish.ts';
import { evolveReport, initialReport, type QuarterlyReportState } from './state.ts';
import { ProjectStatusReported, type ReportStatus } from './status.ts';

type Decision = readonly QuarterlyReportEvent[] | Refusal;

const report: Decider<QuarterlyReportState, QuarterlyReportCommand, QuarterlyReportEvent> = {
  category: 'quarterlyreport',
  initial: initialReport,
  decide: (state, command, context) =>
    command.type === 'date-report'
      ? decideDate(state, command, context)
      : command.type === 'report-status'
        ? decideStatus(state, command, context)
        : decidePublication(state, command),
  evolve: evolveReport,
};

/** One published report of a quarter, with the status it gives to each project. */
export const quarterlyReport = guarded(report);

const subjectOf = (report: { readonly report: string; readonly fiscalYear: number }): Subject => ({
  title: `Report ${report.report} of fiscal year ${report.fiscalYear}`,
  details: { report: report.report, fiscalYear: report.fiscalYear },
});

function decideDate(state: QuarterlyReportState, command: DateReport, context: DecisionContext): Decision {
  const { type: _, effectiveOn, ...data } = command;
  const { fiscalYear, quarter, asOf } = data;
  const subject = subjectOf(data);
  if (state.dated) {
    const found = `it is entered already, as of ${state.dated.asOf}`;
    return refuse(subject, 'report-already-dated', found, 'a report that is not entered yet');
  }
  return (
    firstRefusal(
      () => fiscalYearRule(subject, fiscalYear, effectiveOn, context),
      () => dayRule(subject, 'asOf', asOf),
      () => quarterRule(subject, fiscalYear, quarter, 'asOf', asOf as CivilDate, context),
    ) ?? eventOrRefusal(subject, QuarterlyReportDated, present(data), effectiveOn)
  );
}

function decideStatus(
  { dated, statuses }: QuarterlyReportState,
  command: ReportStatus,
  context: DecisionContext,
): Decision {
  if (!dated) return notDated();
  const { type: _, reason, effectiveOn, ...given } = command;
  const subject = subjectOf(dated);
  const status = present(given);
  const previous = statuses.get(status.project);
  return (
    fiscalYearRule(subject, dated.fiscalYear, effectiveOn, context) ??
    (previous && replaceRule(subject, previous, status, reason)) ??
    eventOrRefusal(subject, ProjectStatusReported, status, effectiveOn)
  );
}

const notDated = (): Refusal =>
  refuse(
    { title: 'This report of this fiscal year', details: {} },
    'report-not-dated',
    'it is not entered',
    'date-report first',
  );

/** A report may be published after its fiscal year has ended: the day is only one of the calendar. */
function decidePublication({ dated, editions }: QuarterlyReportState, command: PublishReport): Decision {
  if (!dated) return notDated();
  const { type: _, reason, effectiveOn, ...data } = command;
  const subject = subjectOf(dated);
  const number = numberOfEdition(dated.report, editions + 1);
  return (
    firstRefusal(
      () => reasonRule(subject, reason),
      () => dayRule(subject, 'effectiveOn', effectiveOn),
      () => (data.number === number ? undefined : numberTaken(subject, data.number, number)),
    ) ?? eventOrRefusal(subject, ReportPublished, { ...data, files: [...data.files] }, effectiveOn)
  );
}

const numberTaken = (subject: Subject, given: string, next: string): Refusal =>
  refuse(
    subject,
    'publication-number-wrong',
    `the number ${given} is not the next one`,
    `the number ${next}`,
    {
      number: next,
    },
  );

function replaceRule(
  subject: Subject,
  previous: ProjectStatusReported['data'],
  next: ProjectStatusReported['data'],
  reason: string | undefined,
): Refusal | undefined {
  if (sameContent(previous, next)) {
    const found = `project ${next.project} is ${next.status} already`;
    return refuse(subject, 'status-unchanged', found, 'another status, text or number of items', {
      project: next.project,
    });
  }
  return reasonRule(subject, reason);
}
