Feature: Estimated, allocated and released; transfers by rule; the plan of FY2563

  Background:
    Given project "P01" of 2569 has:
      | line      | amount   |
      | operating | 1,000.00 |
      | capital   | 500.00   |
      | personnel | 300.00   |
    And project "P02" of 2569 has 300.00 on operating

  Scenario: Estimated, allocated and released amounts stand beside each other
    When "somsri" estimates "ES-1" for 1,200.00 on operating
    And "somsri" releases budget "RL-1" for 250.00 on operating
    Then operating stands at:
      | estimated | original | released | current  | available |
      | 1,200.00  | 1,000.00 | 250.00   | 1,000.00 | 1,000.00  |

  Scenario: No more is released than is allocated
    Given "somsri" releases budget "RL-1" for 250.00 on operating
    When "somsri" releases budget "RL-2" for 750.01 on operating
    Then it is refused with "release-exceeds-allocation", short by 0.01
    And nothing is recorded

  Scenario: Supplements, cuts and transfers stand beside the original budget
    Given "somsri" supplements "SP-1" for 200.00 on operating because "central fund"
    And "somsri" cuts "CUT-1" for 50.00 on operating because "savings"
    And "somsri" transfers "T-1" for 150.00 on operating to capital because "a server instead of rent"
    Then operating stands at:
      | original | supplements | cuts   | transfers | current  |
      | 1,000.00 | 200.00      | -50.00 | -150.00   | 1,000.00 |
    And capital stands at:
      | original | transfers | current |
      | 500.00   | 150.00    | 650.00  |

  Scenario: A pair of categories is blocked, and the message says why
    Given the policy blocks transfers from personnel between lines or projects: "Salaries stay salaries"
    When "somsri" transfers "T-1" for 10.00 on personnel to operating because "vacant posts"
    Then it is refused with "transfer-blocked"
    And the refusal mentions "Salaries stay salaries"
    And nothing is recorded

  Scenario: A pair of categories alerts, and the message is kept with the transfer
    Given the policy alerts to transfers from operating to capital between lines: "Tell the planning office"
    When "somsri" transfers "T-1" for 10.00 on operating to capital because "a printer"
    Then it is recorded
    And the event "BudgetTransferredOut" mentions "Tell the planning office"

  Scenario: A pair of categories needs an agreement from outside
    Given the policy wants agreement to transfers from operating to capital between lines: "The Budget Bureau agrees first"
    When "somsri" transfers "T-1" for 10.00 on operating to capital because "a printer"
    Then it is refused with "transfer-needs-agreement"
    When "somsri" transfers "T-1" for 10.00 on operating to capital with the agreement "BB-0704/15" because "a printer"
    Then it is recorded

  Scenario: A transfer is reported within its days, and is overdue after them
    Given the policy wants a report of transfers from operating to capital between lines within 30 days: "Report to the Budget Bureau"
    And "somsri" transfers "T-1" for 10.00 on operating to capital because "a printer"
    And today is 2025-10-31
    Then the report "transfer-reports" shows:
      | document | due_on     | status |
      | T-1      | 2025-10-31 | due    |
    Given today is 2025-11-01
    Then the report "transfer-reports" shows:
      | document | due_on     | status  |
      | T-1      | 2025-10-31 | overdue |
    When "somsri" reports transfer "T-1" as "BB-IN-88"
    Then it is recorded
    And the report "transfer-reports" shows:
      | document | reported_on | status   |
      | T-1      | 2025-11-01  | reported |

  Scenario: Spending goes on while a transfer waits for approval
    Given the policy wants "checker" to approve "transfer-out" from 0.00
    And "malee" has the duty "checker"
    When "somsri" transfers "T-1" for 300.00 on operating to operating in "P02" because "savings" for approval as "D-1"
    Then 1,000.00 is available on operating
    And 300.00 is available on operating of "P02"
    When "somchai" orders "PO-1" for 500.00 on operating
    Then it is recorded
    When "malee" approves "D-1"
    Then 200.00 is available on operating
    And 600.00 is available on operating of "P02"

  Scenario: What was spent meanwhile is not there for the transfer that waited
    Given the policy wants "checker" to approve "transfer-out" from 0.00
    And "malee" has the duty "checker"
    And "somsri" transfers "T-1" for 300.00 on operating to operating in "P02" because "savings" for approval as "D-1"
    And "somchai" orders "PO-1" for 700.01 on operating
    When "malee" approves "D-1"
    Then it is refused with "budget-exceeded", short by 0.01 on operating in "P01"
    And nothing is recorded
    And 300.00 is available on operating of "P02"

  Scenario: Quarters that have ended are locked in the plan where the policy says so
    Given the policy locks past quarters
    And "somsri" plans
      | Q1     | Q2     | Q3     | Q4     |
      | 900.00 | 300.00 | 300.00 | 300.00 |
    And today is 2026-01-15
    When "somsri" revises the plan because "late"
      | Q1     | Q2     | Q3     | Q4     |
      | 600.00 | 600.00 | 300.00 | 300.00 |
    Then it is refused with "plan-quarter-locked"
    And nothing is recorded
    When "somsri" revises the plan because "late"
      | Q1     | Q2     | Q3     | Q4     |
      | 900.00 | 200.00 | 400.00 | 300.00 |
    Then it is recorded
