Feature: Cumulative ceilings per month or quarter

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating

  Scenario: Payments stay below the ceiling of the quarter, in percent of the budget
    Given the policy stops what exceeds per quarter the ceiling of the line at disburse:
      | period | percent |
      | Q1     | 30      |
      | Q2     | 55      |
    When "malee" pays "V-1" for 300.01 on operating dated 2025-12-10
    Then it is refused with "ceiling-exceeded", short by 0.01
    When "malee" pays "V-1" for 300.00 on operating dated 2025-12-10
    Then it is recorded

  Scenario: What a quarter leaves is there for the next: ceilings add up from the start of the year
    Given the policy stops what exceeds per quarter the ceiling of the line at disburse:
      | period | percent |
      | Q1     | 30      |
      | Q2     | 55      |
    And "malee" pays "V-1" for 100.00 on operating dated 2025-12-10
    When "malee" pays "V-2" for 450.01 on operating dated 2026-01-10
    Then it is refused with "ceiling-exceeded", short by 0.01
    When "malee" pays "V-2" for 450.00 on operating dated 2026-01-10
    Then it is recorded

  Scenario: A payment that is dated back counts against every later ceiling too
    Given the policy stops what exceeds per quarter the ceiling of the line at disburse:
      | period | percent |
      | Q1     | 50      |
      | Q2     | 55      |
    And "malee" pays "V-1" for 500.00 on operating dated 2026-01-10
    When "malee" pays "V-2" for 50.01 on operating dated 2025-12-10
    Then it is refused with "ceiling-exceeded", short by 0.01

  Scenario: A ceiling per month in baht on what is ordered
    Given the policy stops what exceeds per month the ceiling of the project at commit:
      | period | amount |
      | M1     | 100.00 |
      | M2     | 250.00 |
    When "somchai" orders "PO-1" for 100.01 on operating dated 2025-10-20
    Then it is refused with "ceiling-exceeded", short by 0.01
    When "somchai" orders "PO-1" for 250.00 on operating dated 2025-11-20
    Then it is recorded

  Scenario: A ceiling that warns lets it pass and keeps the warning
    Given the policy warns of what exceeds per quarter the ceiling of the line at disburse:
      | period | percent |
      | Q1     | 30      |
    When "malee" pays "V-1" for 400.00 on operating dated 2025-12-10
    Then it is recorded
    And the decision warns with "ceiling-exceeded"
