Feature: Budget moves between lines and between projects, both sides or neither

  Background:
    Given project "P01" of 2569 has:
      | line      | amount   |
      | operating | 1,000.00 |
      | capital   | 500.00   |
    And project "P02" of 2569 has 300.00 on operating

  Scenario: A transfer between lines of one project
    When "somsri" transfers "T-1" for 250.00 on operating to capital because "a server instead of rent"
    Then it is recorded
    And 750.00 is available on operating
    And 750.00 is available on capital

  Scenario: A transfer between projects arrives whole at the other end
    When "somsri" transfers "T-1" for 1,000.00 on operating to operating in "P02" because "savings"
    Then it is recorded
    And the events are BudgetTransferredOut, BudgetTransferredIn
    And 0.00 is available on operating
    And 1,300.00 is available on operating of "P02"

  Scenario: What is used cannot be transferred, and the other side gets nothing
    Given "somchai" orders "PO-1" for 900.00 on operating
    When "somsri" transfers "T-1" for 100.01 on operating to operating in "P02" because "savings"
    Then it is refused with "budget-exceeded", short by 0.01 on operating in "P01"
    And nothing is recorded
    And 300.00 is available on operating of "P02"

  Scenario: A transfer to a project without an account takes nothing from the giver
    When "somsri" transfers "T-1" for 100.00 on operating to operating in "P99" because "savings"
    Then it is refused with "account-not-open"
    And nothing is recorded
    And 1,000.00 is available on operating

  Scenario: A transfer is taken back, and both movements stay visible
    Given "somsri" transfers "T-1" for 250.00 on operating to operating in "P02" because "savings"
    And today is 2025-12-01
    When "somsri" reverses transfer "T-1" as "T-1-R" because "not needed after all"
    Then it is recorded
    And 1,000.00 is available on operating
    And 300.00 is available on operating of "P02"
    And the journal of "T-1" reads:
      | type                 | effective_on |
      | BudgetTransferredOut | 2025-10-01   |
      | BudgetTransferredIn  | 2025-10-01   |
    And the journal of "T-1-R" reads:
      | type                 | effective_on |
      | BudgetTransferredOut | 2025-12-01   |
      | BudgetTransferredIn  | 2025-12-01   |

  Scenario: A transfer is taken back once
    Given "somsri" transfers "T-1" for 250.00 on operating to operating in "P02" because "savings"
    And "somsri" reverses transfer "T-1" as "T-1-R" because "not needed after all"
    When "somsri" reverses transfer "T-1" as "T-1-RR" because "not needed after all"
    Then it is refused with "transfer-already-reversed"
    And nothing is recorded

  Scenario: What the receiver has used cannot be taken back
    Given "somsri" transfers "T-1" for 250.00 on operating to operating in "P02" because "savings"
    And "somchai" orders "PO-1" for 300.01 on operating in "P02"
    When "somsri" reverses transfer "T-1" as "T-1-R" because "not needed after all"
    Then it is refused with "budget-exceeded", short by 0.01 on operating in "P02"
    And nothing is recorded
