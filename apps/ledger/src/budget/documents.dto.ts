import { IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { CodeField, FiscalYearField, NameField, TextField } from '../http/fields.ts';
import { AccountPostingDto } from '../posting/posting.dto.ts';
import { ListField } from './chain-fields.ts';
import { AcceptDto, CommitDto, DisburseDto, RequestDto } from './chain.dto.ts';

/** Documents of several lines, over one project or many: recorded whole, or refused whole. */

const MOST = 100;
const COMMON = [
  'effectiveOn',
  'reason',
  'source',
  'evidence',
  'override',
  'restates',
  'documentDate',
] as const;

/** Where a line of a document goes. */
export class LineAddress {
  @FiscalYearField({ description: 'Fiscal year of the account' })
  fiscalYear!: number;

  @NameField({ description: 'Project of the account', example: 'P01' })
  project!: string;

  @TextField({
    description: 'Why the line does not touch the budget, when it does not; it is noted with its amount only',
    required: false,
  })
  offBudget?: string;
}

export class RequestLineDto extends IntersectionType(
  LineAddress,
  OmitType(RequestDto, [...COMMON, 'request']),
) {}

export class CommitLineDto extends IntersectionType(
  LineAddress,
  OmitType(CommitDto, [...COMMON, 'commitment', 'contract', 'continues', 'counterparty']),
) {}

export class AcceptLineDto extends IntersectionType(
  LineAddress,
  OmitType(AcceptDto, [...COMMON, 'acceptance', 'dueOn', 'invoice']),
) {}

export class DisburseLineDto extends IntersectionType(
  LineAddress,
  OmitType(DisburseDto, [...COMMON, 'disbursement', 'counterparty']),
) {}

const line = (more: object) => ({ fiscalYear: 2569, project: 'P01', ...more });
const operating = { fundSource: 'annual-appropriation', category: 'operating' };

export class RequestDocumentDto extends AccountPostingDto {
  @CodeField({ description: 'Number of the request', example: 'PR-2569-008' })
  request!: string;

  @ListField(() => RequestLineDto, {
    description: 'Its lines',
    example: [line({ line: operating, amount: '1000.00' })],
    most: MOST,
  })
  lines!: RequestLineDto[];
}

export class CommitDocumentDto extends IntersectionType(
  AccountPostingDto,
  PickType(CommitDto, ['commitment', 'counterparty']),
) {
  @ListField(() => CommitLineDto, {
    description: 'Its lines',
    example: [line({ line: operating, amount: '1000.00' })],
    most: MOST,
  })
  lines!: CommitLineDto[];
}

export class AcceptDocumentDto extends IntersectionType(
  AccountPostingDto,
  PickType(AcceptDto, ['acceptance', 'dueOn', 'invoice']),
) {
  @ListField(() => AcceptLineDto, {
    description: 'Its lines',
    example: [line({ commitment: 'PO-2569-014', amount: '1000.00' })],
    most: MOST,
  })
  lines!: AcceptLineDto[];
}

export class DisburseDocumentDto extends IntersectionType(
  AccountPostingDto,
  PickType(DisburseDto, ['disbursement', 'counterparty']),
) {
  @ListField(() => DisburseLineDto, {
    description: 'Its lines',
    example: [line({ line: operating, amount: '1000.00' })],
    most: MOST,
  })
  lines!: DisburseLineDto[];
}
