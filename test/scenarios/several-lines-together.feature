Feature: All lines of a document are decided together

  Background:
    Given project "P01" of 2569 has:
      | line      | amount   |
      | operating | 1,000.00 |
      | capital   | 500.00   |
    And project "P02" of 2569 has 300.00 on operating

  Scenario: An order over two projects is accepted whole
    When "somchai" orders over several lines "PO-1"
      | project | line      | amount   |
      | P01     | operating | 1,000.00 |
      | P01     | capital   | 500.00   |
      | P02     | operating | 300.00   |
    Then it is recorded
    And 0.00 is available on operating
    And 0.00 is available on capital
    And 0.00 is available on operating of "P02"

  Scenario: One line is short by one satang, and the whole order is refused, naming it
    When "somchai" orders over several lines "PO-1"
      | project | line      | amount   |
      | P01     | operating | 1,000.00 |
      | P02     | operating | 300.01   |
    Then it is refused with "budget-exceeded", short by 0.01 on operating in "P02"
    And nothing is recorded
    And 1,000.00 is available on operating

  Scenario: Two lines of one document on one budget line share what is available
    When "somchai" orders over several lines "PO-1"
      | project | line      | amount |
      | P01     | operating | 600.00 |
      | P01     | operating | 400.01 |
    Then it is refused with "budget-exceeded", short by 0.01 on operating in "P01"
    And nothing is recorded

  Scenario: A request over two projects is ordered, accepted and paid over both
    Given "somchai" requests over several lines "PR-1"
      | project | line      | amount |
      | P01     | operating | 600.00 |
      | P01     | capital   | 100.00 |
      | P02     | operating | 200.00 |
    When "somchai" orders over several lines "PO-1"
      | project | amount | request | request item |
      | P01     | 600.00 | PR-1    | 1            |
      | P01     | 100.00 | PR-1    | 2            |
      | P02     | 200.00 | PR-1    |              |
    And "wipa" accepts over several lines "AC-1"
      | project | amount | commitment | commitment item |
      | P01     | 600.00 | PO-1       | 1               |
      | P01     | 100.00 | PO-1       | 2               |
      | P02     | 200.00 | PO-1       |                 |
    And "malee" pays over several lines "V-1"
      | project | amount | acceptance | acceptance item |
      | P01     | 600.00 | AC-1       | 1               |
      | P01     | 100.00 | AC-1       | 2               |
      | P02     | 200.00 | AC-1       |                 |
    Then operating stands at:
      | pre-committed | committed | accepted | disbursed | available |
      | 0.00          | 0.00      | 0.00     | 600.00    | 400.00    |
    And capital stands at:
      | pre-committed | committed | accepted | disbursed | available |
      | 0.00          | 0.00      | 0.00     | 100.00    | 400.00    |
    And operating of "P02" stands at:
      | pre-committed | committed | accepted | disbursed | available |
      | 0.00          | 0.00      | 0.00     | 200.00    | 100.00    |
