import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { ChoiceField, CodeField, FlagField, TextField } from '../http/fields.ts';

export class DraftPath {
  @CodeField({ description: 'Identity of the draft, chosen by the page that began it' })
  draft!: string;
}

export class DraftsQueryDto {
  @TextField({ description: 'Only drafts of this kind', required: false, maxLength: 64 })
  kind?: string;
}

export class KeepDraftDto {
  @TextField({ description: 'What it is a draft of', example: 'post', maxLength: 64 })
  kind!: string;

  @TextField({ description: 'As the list of drafts calls it', maxLength: 200 })
  title!: string;

  @TextField({ description: 'What was typed, in a form of the page', maxLength: 900_000 })
  content!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'The revision it was made on; 0 for a new one' })
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be 0 or more' })
  @Max(1_000_000_000, { message: 'must be at most 1000000000' })
  revision!: number;
}

/** Every choice is kept; what is absent goes back to what the page does by itself. */
export class PreferencesDto {
  @ChoiceField({ description: 'Language of the pages', choices: ['th', 'en'], required: false })
  language?: 'th' | 'en';

  @ChoiceField({ description: 'Unit of amounts', choices: ['million', 'baht'], required: false })
  unit?: 'million' | 'baht';

  @ChoiceField({ description: 'Light or dark', choices: ['light', 'dark', 'auto'], required: false })
  theme?: 'light' | 'dark' | 'auto';

  @ChoiceField({ description: 'Zone of moments', choices: ['bangkok', 'utc'], required: false })
  time?: 'bangkok' | 'utc';

  @FlagField({ description: 'Whether two-key shortcuts work', required: false })
  shortcuts?: boolean;
}

export class VisitQueryDto {
  @TextField({
    description: 'The organisation that is looked at; each has visits of its own',
    required: false,
    maxLength: 32,
  })
  organisation?: string;
}

export class VisitDto {
  @TextField({ description: 'Position up to which the ledger is looked at', maxLength: 20, example: '217' })
  position!: string;
}
