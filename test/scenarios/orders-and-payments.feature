Feature: An order commits, a payment disburses, and nothing is left between them

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating

  Scenario: An order takes what is available
    When "somchai" orders "PO-1" for 600.00 on operating dated 2025-11-15
    Then it is recorded
    And 400.00 is available on operating

  Scenario: One satang more than is available is refused, and exactly what is there is taken
    When "somchai" orders "PO-1" for 1,000.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01 on operating in "P01":
      | field     | value    |
      | requested | 1,000.01 |
      | available | 1,000.00 |
    And nothing is recorded
    When "somchai" orders "PO-1" for 1,000.00 on operating
    Then it is recorded
    And 0.00 is available on operating

  Scenario: A payment against its order takes no budget a second time
    Given "somchai" orders "PO-1" for 600.00 on operating
    When "malee" pays "V-1" for 250.00 against order "PO-1"
    Then it is recorded
    And 400.00 is available on operating

  Scenario: An order may be paid in parts, and not above what is outstanding
    Given "somchai" orders "PO-1" for 600.00 on operating
    And "malee" pays "V-1" for 250.00 against order "PO-1"
    When "malee" pays "V-2" for 350.01 against order "PO-1"
    Then it is refused with "commitment-exceeded", short by 0.01
    When "malee" pays "V-2" for 350.00 against order "PO-1"
    Then it is recorded
    When "malee" pays "V-3" for 0.01 against order "PO-1"
    Then it is refused with "commitment-exceeded", short by 0.01
    And 400.00 is available on operating

  Scenario: An order is raised only by what is available
    Given "somchai" orders "PO-1" for 600.00 on operating
    When "somchai" amends order "PO-1" by 400.01 because "more units"
    Then it is refused with "budget-exceeded", short by 0.01
    When "somchai" amends order "PO-1" by 400.00 because "more units"
    Then it is recorded
    And 0.00 is available on operating

  Scenario: An order is lowered, and the line has the difference
    Given "somchai" orders "PO-1" for 600.00 on operating
    When "somchai" amends order "PO-1" by -100.00 because "fewer units"
    Then it is recorded
    And 500.00 is available on operating

  Scenario: What an order no longer needs returns to its line, and never more
    Given "somchai" orders "PO-1" for 600.00 on operating
    And "malee" pays "V-1" for 250.00 against order "PO-1"
    When "somchai" releases order "PO-1" for 350.01 because "cheaper"
    Then it is refused with "commitment-exceeded", short by 0.01
    When "somchai" releases order "PO-1" for 100.00 because "cheaper"
    Then 500.00 is available on operating
    When "somchai" releases order "PO-1" because "done"
    Then 750.00 is available on operating
    When "somchai" releases order "PO-1" because "done"
    Then it is refused with "nothing-outstanding"

  Scenario: A payment without an order takes budget of its line
    When "malee" pays "V-1" for 1,000.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01
    When "malee" pays "V-1" for 1,000.00 on operating
    Then it is recorded
    And 0.00 is available on operating

  Scenario: A payment that is taken back leaves its order as it was
    Given "somchai" orders "PO-1" for 600.00 on operating
    And "malee" pays "V-1" for 600.00 against order "PO-1"
    When "malee" reverses payment "V-1" for 200.00 because "paid twice"
    Then 400.00 is available on operating
    When "malee" pays "V-2" for 200.01 against order "PO-1"
    Then it is refused with "commitment-exceeded", short by 0.01
    When "malee" reverses payment "V-1" for 400.01 because "paid twice"
    Then it is refused with "reversal-exceeds-disbursement"

  Scenario: A payment is not dated before its order
    Given "somchai" orders "PO-1" for 600.00 on operating dated 2025-11-15
    When "malee" pays "V-1" for 100.00 against order "PO-1" dated 2025-11-14
    Then it is refused with "date-before-commitment"

  Scenario: A quarter that has ended is corrected by an entry of its own, never rewritten
    Given "somchai" orders "PO-1" for 600.00 on operating dated 2025-11-15
    And "malee" pays "V-1" for 250.00 against order "PO-1" dated 2025-12-20
    And today is 2026-01-20
    When "malee" corrects "C-1" against order "PO-1" because "an invoice of December came in January"
      | field     | value   |
      | quarter   | Q1      |
      | disbursed | 100.00  |
      | committed | -100.00 |
    Then it is recorded
    And 400.00 is available on operating
    And the journal of "V-1" reads:
      | type             |
      | DisbursementMade |

  Scenario: The current quarter is not corrected: ordinary postings reach it
    Given today is 2025-12-30
    When "malee" corrects "C-1" on operating because "too late"
      | field     | value  |
      | quarter   | Q1     |
      | disbursed | 100.00 |
      | committed | 0.00   |
    Then it is refused with "quarter-not-ended"
