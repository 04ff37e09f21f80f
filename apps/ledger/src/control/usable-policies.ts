import { Injectable } from '@nestjs/common';
import { ACCOUNT_COMMANDS } from '#budget';
import { mustBeUsable, readPolicy } from '#control';
import type { Refusal } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';

/** Whether policies that are given can be kept: commands that there are, months of their year. */
@Injectable()
export class UsablePolicies {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** Nothing when the policy can be used. One that is not of its form is refused where it is decided. */
  async faultOf(organisation: string, policy: unknown): Promise<Refusal | undefined> {
    const read = readPolicy(policy);
    if ('refused' in read) return undefined;
    const { calendar } = (await this.ledger.recorder.settingsOf(organisation)) ?? DEFAULT_SETTINGS;
    return mustBeUsable(read, { commands: ACCOUNT_COMMANDS, calendar });
  }
}
