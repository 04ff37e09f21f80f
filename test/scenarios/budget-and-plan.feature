Feature: Budget is given, supplemented, cut and planned
  A line is a fund source and an expenditure category. "operating" alone is the line
  annual-appropriation/operating; other funds are written out.

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating

  Scenario: A numbered budget document gives a line its budget
    When "somsri" allocates "BD-2" for 250.50 on operating dated 2025-10-15
    Then it is recorded
    And 1,250.50 is available on operating

  Scenario: Each fund source has lines of its own
    When "somsri" allocates "BD-2" for 300.00 on own-income/operating
    And "somsri" allocates "BD-3" for 200.00 on prior-year-balance/capital
    Then 1,000.00 is available on operating
    And 300.00 is available on own-income/operating
    And 200.00 is available on prior-year-balance/capital
    When "somchai" orders "PO-1" for 300.01 on own-income/operating
    Then it is refused with "budget-exceeded", short by 0.01 on own-income/operating

  Scenario: A supplement adds to the budget during the year and says why
    When "somsri" supplements "SP-1" for 150.00 on operating because "central fund for floods"
    Then it is recorded
    And 1,150.00 is available on operating

  Scenario: A supplement without a reason is refused
    When "somsri" supplements "SP-1" for 150.00 on operating
    Then it is refused with "reason-missing"
    And nothing is recorded

  Scenario: A cut takes what is not used
    Given "somchai" orders "PO-1" for 600.00 on operating
    When "somsri" cuts "CUT-1" for 400.00 on operating because "committee stage"
    Then it is recorded
    And 0.00 is available on operating

  Scenario: A cut below what is already used is refused, by one satang
    Given "somchai" orders "PO-1" for 600.00 on operating
    When "somsri" cuts "CUT-1" for 400.01 on operating because "committee stage"
    Then it is refused with "cut-below-used", short by 0.01 on operating
    And nothing is recorded
    And 400.00 is available on operating

  Scenario: The plan shares the budget among the quarters and is revised with a reason
    When "somsri" plans
      | Q1     | Q2     | Q3     | Q4     |
      | 400.00 | 300.00 | 200.00 | 100.00 |
    Then it is recorded
    Given today is 2025-11-20
    When "somsri" revises the plan because "the tender starts later"
      | Q1     | Q2     | Q3     | Q4     |
      | 300.00 | 300.00 | 300.00 | 100.00 |
    Then it is recorded

  Scenario: A plan of more than the budget is refused
    When "somsri" plans
      | Q1     | Q2     | Q3     | Q4     |
      | 400.00 | 300.00 | 200.00 | 100.01 |
    Then it is refused with "plan-exceeds-budget"
    And nothing is recorded

  Scenario: Nothing can be asked of a line that has no budget
    When "somchai" orders "PO-1" for 0.01 on capital
    Then it is refused with "line-not-in-account"
    And nothing is recorded

  Scenario: Nothing can be given to a project that has no account
    When "somsri" allocates "BD-9" for 10.00 on operating in "P99"
    Then it is refused with "account-not-open"
