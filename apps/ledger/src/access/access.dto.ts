import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDefined, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { type Limits, ROLES } from '#access';
import { AsGiven, ChoiceField, CivilDateField, CountField, PersonField, TextField } from '../http/fields.ts';
import { NestedEach } from '../http/nested.ts';

/** Bodies and questions of accounts, sessions, roles and tokens. */

/** A secret: checked as it is, never echoed. */
const SecretField =
  (description: string, required = true): PropertyDecorator =>
  (target, name) => {
    ApiProperty({ type: String, description, required, maxLength: 512, format: 'password' })(target, name);
    IsString({ message: 'must be text' })(target, name);
    MaxLength(512, { message: 'must be at most 512 characters' })(target, name);
    if (!required) IsOptional()(target, name);
  };

const AccountName = (description: string, required = true): PropertyDecorator =>
  PersonField({ description, example: 'malee', required });

export class SetUpDto {
  @SecretField('The one-time code that the service printed; not needed on the folder itself', false)
  code?: string;

  @AccountName('Name of the first administrator; it stands in events for ever, so no e-mail address')
  name!: string;

  @SecretField('Password: 12 to 256 characters')
  password!: string;

  @TextField({
    description: 'How pages call the person; kept outside the events',
    required: false,
    maxLength: 100,
  })
  displayName?: string;
}

export class RecoverDto {
  @AccountName('Name of the account that administers from now on; opened when there is none')
  name!: string;

  @TextField({ description: 'Why', required: false })
  reason?: string;
}

export class SignInDto {
  @AccountName('Name of the account')
  name!: string;

  @SecretField('Password')
  password!: string;

  @SecretField('Six digits of the authenticator, when the account has a second factor', false)
  secondFactorCode?: string;

  @ChoiceField({
    description: 'A cookie for pages, or a token for programs of a person such as the command line',
    choices: ['cookie', 'token'],
    required: false,
  })
  as: 'cookie' | 'token' = 'cookie';
}

export class SignOnDto {
  @TextField({ description: 'Page of the ledger to come back to', required: false, example: '/fy/2569' })
  next?: string;
}

export class ChangePasswordDto {
  @SecretField('The password so far')
  oldPassword!: string;

  @SecretField('The new password: 12 to 256 characters')
  newPassword!: string;
}

export class SecondFactorDto {
  @SecretField('Six digits that the authenticator shows')
  code!: string;
}

export class RedeemDto {
  @SecretField('The one-time code of the invitation')
  code!: string;

  @SecretField('The password from now on: 12 to 256 characters')
  password!: string;
}

export class ReasonDto {
  @TextField({ description: 'Why', required: false })
  reason?: string;
}

class GivenRoleDto extends ReasonDto {
  @ChoiceField({ description: 'Role', choices: ROLES, required: true })
  role!: string;

  @ApiProperty({
    type: Object,
    additionalProperties: true,
    required: false,
    description:
      'organisation, projects, fundSources, commands, upTo (baht), first and last day; not limited when absent',
    example: { projects: ['P01'], upTo: '500000.00' },
  })
  @IsOptional()
  @AsGiven
  @IsObject({ message: 'must be an object of limits' })
  limits?: Limits;
}

export class OpenPersonDto extends ReasonDto {
  @AccountName('Name of the account; it stands in events for ever, so no e-mail address')
  name!: string;

  @TextField({
    description: 'How pages call the person; kept outside the events',
    required: false,
    maxLength: 100,
  })
  displayName?: string;

  @TextField({ description: 'Kept outside the events', required: false, maxLength: 254 })
  email?: string;

  @ApiProperty({ type: [GivenRoleDto], required: false, description: 'Roles that it begins with' })
  @IsOptional()
  @IsArray({ message: 'must be a list of roles' })
  @ArrayMaxSize(20, { message: 'must have at most 20 roles' })
  @NestedEach(() => GivenRoleDto)
  roles?: GivenRoleDto[];
}

export class GrantRoleDto extends GivenRoleDto {
  @AccountName('Name of the account, or service: and the name of a service token')
  subject!: string;
}

export class IssueTokenDto extends GivenRoleDto {
  @AccountName('Name of the service, such as dashboards')
  name!: string;

  @CivilDateField({ description: 'Last day on which it counts; at most two years from today' })
  expiresOn!: string;
}

export class SetRulesDto extends ReasonDto {
  @ApiProperty({
    type: Object,
    additionalProperties: true,
    description: 'What roles may do; a role, or a part of it, that is not named stays as it is',
    example: { roles: { maker: { secondFactor: true } } },
  })
  @AsGiven
  @IsDefined({ message: 'must be given: what roles may do' })
  rules!: Record<string, unknown>;
}

export class HappeningsDto {
  @PersonField({ description: 'Only of this account', required: false })
  name?: string;

  @CountField({ description: 'Only what happened before this number', required: false })
  @Type(() => Number)
  before?: number;
}

export class NamePath {
  @AccountName('Name of the account')
  name!: string;
}

export class GrantPath {
  @CountField({ description: 'Number of the grant' })
  @Type(() => Number)
  grant!: number;
}
