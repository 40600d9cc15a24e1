import { Dto, InputDto, Int, Text } from '@st0r/dto';

/** How often something may be done. */
@Dto('Limit')
export class LimitDto {
  @Text({ max: 60, description: 'As it stands in events, and in RateLimit-Policy.', example: 'vault.secrets' })
  name: string;

  @Text({ max: 300, description: 'What it limits, in a sentence.' })
  says: string;

  @Int({ description: 'So many in `seconds`, in the long run.' })
  budget: number;

  @Int()
  seconds: number;

  @Int({ description: 'So many of them at once; in proportion to the budget.' })
  burst: number;

  @Int({ description: 'What holds where nobody has set something else.' })
  standardBudget: number;

  @Int()
  standardSeconds: number;

  @Int({ description: 'The least and the most that may be set.' })
  leastBudget: number;

  @Int()
  mostBudget: number;

  @Int()
  leastSeconds: number;

  @Int()
  mostSeconds: number;

  @Int()
  version: number;
}

/** A change of a limit. */
@InputDto('LimitUpdate')
export class LimitUpdateDto {
  @Int({ optional: true, min: 1, max: 1_000_000, description: 'null: as it was in the beginning.' })
  budget?: number | null;

  @Int({ optional: true, min: 1, max: 86_400, description: 'null: as it was in the beginning.' })
  seconds?: number | null;
}
