Feature: The published plan of FY2563 is a budget

  Scenario: It is loaded, and printed again with its totals
    Given the published tables of "etda-fy2563" are taken over
    Then the report "budget-book" of 2563 shows:
      | level | budget_m |
      | total | 588.7946 |

  Scenario: Its lines are a budget like any other: by fund source, and in all
    Given the published tables of "etda-fy2563" are taken over
    Then the report "budget-status" of 2563 shows:
      | level        | current        | available      |
      | organisation | 588,794,600.00 | 588,794,600.00 |
    And the report "budget-status" of 2563 has 4 rows with the level fund-source
