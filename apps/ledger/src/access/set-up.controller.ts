import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { isSubject, SET_UP } from '#access';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import { AccessDesk } from './access-desk.ts';
import { AccessCommandRoute } from './access-route.ts';
import { RecoverDto, SetUpDto } from './access.dto.ts';
import { setUpAnswer } from './session.answers.ts';
import { recoveredAnswer } from './accounts.answers.ts';
import { Guard } from './guard.ts';
import { isInProcess } from './door.ts';

/** The first administrator of a ledger. */
@ApiTags('Access')
@Controller('set-up')
export class SetUpController {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly desk: AccessDesk,
    private readonly guard: Guard,
  ) {}

  @AccessCommandRoute({
    path: '',
    id: 'setUp',
    rule: { open: true },
    created: true,
    summary: 'Name the first administrator, once, with the one-time code that the service printed',
    answer: setUpAnswer,
  })
  async setUp(@Body() body: SetUpDto, @Req() request: FastifyRequest) {
    const { name, password, displayName } = body;
    const { access, identities } = this.ledger;
    if (access.state.isSetUp) {
      throw refuse(
        'already-set-up',
        'The ledger has an administrator already; expected him to open accounts.',
      );
    }
    if (!isSubject(name.normalize('NFC'))) {
      throw refuse('input-invalid', `"${name.slice(0, 40)}" cannot be the name of an account.`, {
        errors: [
          {
            field: 'name',
            expected:
              'must be up to 32 letters, digits, dots, hyphens and underscores, and none of the ledger’s own names',
          },
        ],
      });
    }
    const code = body.code ?? (await this.#ownCode(request));
    const person = await identities.setUp.redeem(code, {
      name,
      password,
      ...(displayName === undefined ? {} : { displayName }),
    });
    const command = {
      type: 'set-up-access',
      administrator: person.name,
      effectiveOn: this.desk.today(),
    } as const;
    await access.post(command, { actor: SET_UP });
    return { schema: 'obligo.person/1', name: person.name, roles: ['administrator'] };
  }

  @AccessCommandRoute({
    path: 'recovery',
    id: 'recoverAccess',
    rule: { open: true },
    created: true,
    summary: 'A new administrator, or a new password for one, when none can sign in',
    description:
      'Only for a program on the folder itself, with the service stopped; over a connection it is always refused. It stands in the log of the rule table, which begins anew with it where it was lost.',
    answer: recoveredAnswer,
  })
  async recover(@Body() { name: given, reason }: RecoverDto, @Req() request: FastifyRequest) {
    if (!this.#isLocal(request)) {
      throw refuse(
        'folder-needed',
        'Access is recovered on the folder of the ledger itself; expected the service to be stopped, and obligo access recover --data.',
      );
    }
    const { access, identities } = this.ledger;
    const { people, secondFactors } = identities;
    const name = (await people.get(given))?.name ?? given.normalize('NFC');
    const type = this.ledger.isAccessLost ? 'set-up-access' : 'recover-access';
    const command = { type, administrator: name, effectiveOn: this.desk.today() } as const;
    await access.post(command, { actor: SET_UP, dryRun: true });
    const person = (await people.get(name)) ?? (await people.open({ name, by: SET_UP }));
    if (person.closed) await people.reopen(name, SET_UP);
    if (await secondFactors.has(name)) await secondFactors.remove(name, SET_UP);
    await access.post(command, { actor: SET_UP, reason });
    return { schema: 'obligo.person/1', name, invitation: await people.invite(name, SET_UP) };
  }

  #isLocal(request: FastifyRequest): boolean {
    return this.guard.settings === undefined && isInProcess(request);
  }

  /** Whoever works on the folder itself needs no code: the folder is the proof. */
  async #ownCode(request: FastifyRequest): Promise<string> {
    if (this.#isLocal(request)) return (await this.ledger.identities.setUp.issue()).code;
    throw refuse(
      'set-up-code-missing',
      'The set-up takes the one-time code that the service printed; expected code.',
    );
  }
}
