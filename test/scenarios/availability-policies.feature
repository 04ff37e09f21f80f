Feature: The policy says what is controlled, at which stage, and how strictly

  Background:
    Given project "P01" of 2569 has:
      | line                 | amount   |
      | operating            | 1,000.00 |
      | capital              | 500.00   |
      | own-income/operating | 200.00   |

  Scenario: By default every line stops at its own budget
    When "somchai" orders "PO-1" for 1,000.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01 on operating

  Scenario: The whole project is one pool
    Given the policy stops what exceeds the project at request, commit, disburse
    When "somchai" orders "PO-1" for 1,700.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01
    When "somchai" orders "PO-1" for 1,700.00 on operating
    Then it is recorded
    And -700.00 is available on operating

  Scenario: Lines of one fund share its money
    Given the policy stops what exceeds the fund at request, commit, disburse
    When "somchai" orders "PO-1" for 1,500.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01
    When "somchai" orders "PO-1" for 1,500.00 on operating
    Then it is recorded

  Scenario: Lines of one category share its money
    Given the policy stops what exceeds the category at request, commit, disburse
    When "somchai" orders "PO-1" for 1,200.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01
    When "somchai" orders "PO-1" for 1,200.00 on operating
    Then it is recorded

  Scenario: Only payments are controlled
    Given the policy stops what exceeds the line at disburse
    When "somchai" orders "PO-1" for 1,500.00 on operating
    Then it is recorded
    When "malee" pays "V-1" for 1,000.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01
    When "malee" pays "V-1" for 1,000.00 on operating
    Then it is recorded

  Scenario: Requests are not controlled, orders are
    Given the policy stops what exceeds the line at commit, disburse
    When "somchai" requests "PR-1" for 5,000.00 on operating
    Then it is recorded
    When "somchai" orders "PO-1" for 1,000.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01
    When "somchai" orders "PO-1" for 1,000.00 on operating
    Then it is recorded

  Scenario: A policy that warns lets it pass and keeps the warning
    Given the policy warns of what exceeds the line at request, commit, disburse
    When "somchai" orders "PO-1" for 1,200.00 on operating
    Then it is recorded
    And the decision warns with "budget-exceeded"

  Scenario: A policy that only tracks lets it pass in silence, and the record shows what it saw
    Given the policy tracks what exceeds the line at request, commit, disburse
    When "somchai" orders "PO-1" for 1,200.00 on operating
    Then it is recorded
    And the decision warns of nothing
    And the decision is on record with:
      | field                | value    |
      | balances.0.budget    | 1,000.00 |
      | balances.0.requested | 1,200.00 |

  Scenario: A tolerance in percent and in baht: the smaller one counts
    Given the policy stops what exceeds the line at commit, with a tolerance of 10 percent and 50.00 baht
    When "somchai" orders "PO-1" for 1,050.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01
    When "somchai" orders "PO-1" for 1,050.00 on operating
    Then it is recorded

  Scenario: An early warning before the budget is used up
    Given the policy stops what exceeds the line at commit, and warns early at 80 percent
    When "somchai" orders "PO-1" for 799.99 on operating
    Then the decision warns of nothing
    When "somchai" orders "PO-2" for 0.01 on operating
    Then the decision warns with "nearly-used"
    When "somchai" orders "PO-3" for 200.00 on operating
    Then it is recorded

  Scenario: What counts may be what is released so far, not all that is allocated
    Given the policy counts against what is released
    When "somchai" orders "PO-1" for 0.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01 on operating
    When "somsri" releases budget "RL-1" for 400.00 on operating
    And "somchai" orders "PO-1" for 400.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01 on operating
    When "somchai" orders "PO-1" for 400.00 on operating
    Then it is recorded

  Scenario: Every decision keeps the balance it saw, the policy and the position
    Given the policy stops what exceeds the line at request, commit, disburse
    When "somchai" orders "PO-1" for 600.00 on operating
    And "somchai" orders "PO-2" for 150.00 on operating
    Then the decision is on record with:
      | field                                  | value    |
      | policy                                 | 1        |
      | balances.0.rule                        | line     |
      | balances.0.budget                      | 1,000.00 |
      | balances.0.used                        | 600.00   |
      | balances.0.requested                   | 150.00   |
      | balances.0.available                   | 400.00   |

  Scenario: A decision names the revision of the account and of the policy that it saw
    Given the policy stops what exceeds the line at request, commit, disburse
    When "somchai" orders "PO-1" for 600.00 on operating
    Then the decision names the revision of "budgetaccount-main.2569.P01"
    And the decision names the revision of "controlpolicy-main"

  Scenario: Twenty officers ask for ten times one baht at the same moment, and one hundred are there
    Given project "P02" of 2569 has 100.00 on operating
    When 20 officers each order 10 times 1.00 on operating in "P02" at the same time
    Then exactly 100 are recorded, and the others are refused with "budget-exceeded"
    And 0.00 is available on operating of "P02"
