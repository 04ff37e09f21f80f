import { Injectable } from '@nestjs/common';
import type { DecisionRecord } from '#budget';
import type { DocumentRow } from '#read-models';
import type { DocumentStep } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Explanations } from '../reports/explain.query.ts';
import type { Point } from './path.ts';

/** Tells what became of documents, event by event. */
@Injectable()
export class DocumentLives {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly explanations: Explanations,
  ) {}

  /** What moved the documents of a chain, in the order of the log, with who approved it. */
  async of(
    organisation: string,
    chain: readonly DocumentRow[],
    { position, day }: Point,
  ): Promise<DocumentStep[]> {
    const byId = new Map(chain.map((row) => [row.id, row]));
    const entries = this.ledger.tables.documents.entries([...byId.keys()], position, day);
    const steps: DocumentStep[] = [];
    for (const { document, position: at, ...moved } of entries) {
      const row = byId.get(document);
      if (!row) continue;
      const { stage, number, item } = row;
      const facts = this.explanations.facts(organisation, at);
      steps.push({ ...facts, stage, number, item, ...moved, approval: await this.#approvalOf(at) });
    }
    return steps;
  }

  /** What the decision saw of the approval; it stands on its first event. */
  async #approvalOf(text: string): Promise<DocumentStep['approval']> {
    const { store } = this.ledger;
    const position = await store.parsePosition(text);
    if (position === undefined) return null;
    for await (const { metadata } of store.readAll({ upTo: position, direction: 'backwards', limit: 1 })) {
      return (metadata.decision as DecisionRecord | undefined)?.approval ?? null;
    }
    return null;
  }
}
