import { fields } from '#kernel';
import { z } from 'zod';

export const lineSchema = z
  .strictObject({
    fundSource: fields.code('Fund source, such as annual-appropriation'),
    category: fields.code('Expenditure category, such as operating'),
  })
  .meta({ description: 'The line of the account: fund source and expenditure category' });
