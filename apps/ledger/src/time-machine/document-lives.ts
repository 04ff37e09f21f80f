import { Injectable } from '@nestjs/common';
import type { DecisionRecord } from '#budget';
import type { Evidence } from '#kernel';
import type { DocumentRow } from '#read-models';
import type { DocumentStep } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Explanations } from '../reports/explanations.ts';
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
      steps.push({ ...facts, stage, number, item, ...moved, ...(await this.#besides(at)) });
    }
    return steps;
  }

  /** What the decision saw of the approval, and the files that were named; both stand on its first event. */
  async #besides(text: string): Promise<Pick<DocumentStep, 'approval' | 'evidence'>> {
    const { store } = this.ledger;
    const none = { approval: null, evidence: [] as readonly Evidence[] };
    const position = await store.parsePosition(text);
    if (position === undefined) return none;
    for await (const { metadata } of store.readAll({ upTo: position, direction: 'backwards', limit: 1 })) {
      const decision = metadata.decision as DecisionRecord | undefined;
      return { approval: decision?.approval ?? null, evidence: metadata.evidence ?? [] };
    }
    return none;
  }
}
