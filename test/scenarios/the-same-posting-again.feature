Feature: A posting is tried without a trace, and sent twice without harm

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating

  Scenario: A dry run answers as posting would, and persists nothing
    When "somchai" orders "PO-1" for 600.00 on operating under the key "form-7" as a dry run
    Then it would be recorded
    And nothing is recorded
    And 1,000.00 is available on operating
    When "somchai" orders "PO-1" for 600.00 on operating under the key "form-7"
    Then it is recorded
    And the answer is that of the dry run

  Scenario: A dry run of what is too much is refused as posting would be
    When "somchai" orders "PO-1" for 1,000.01 on operating as a dry run
    Then it is refused with "budget-exceeded", short by 0.01
    When "somchai" orders "PO-1" for 1,000.01 on operating
    Then the answer is that of the dry run
    And nothing is recorded

  Scenario: A dry run of a document over two projects answers as posting would
    Given project "P02" of 2569 has 300.00 on operating
    When "somchai" orders over several lines "PO-1" as a dry run
      | project | line      | amount |
      | P01     | operating | 100.00 |
      | P02     | operating | 300.01 |
    Then it is refused with "budget-exceeded", short by 0.01 in "P02"
    When "somchai" orders over several lines "PO-1" under the key "form-8" as a dry run
      | project | line      | amount |
      | P01     | operating | 100.00 |
      | P02     | operating | 300.00 |
    Then it would be recorded
    And nothing is recorded
    When "somchai" orders over several lines "PO-1" under the key "form-8"
      | project | line      | amount |
      | P01     | operating | 100.00 |
      | P02     | operating | 300.00 |
    Then the answer is that of the dry run
    And it is recorded

  Scenario: The same posting under the same key is recorded once
    When "somchai" orders "PO-1" for 600.00 on operating under the key "form-7"
    Then it is recorded
    When "somchai" orders "PO-1" for 600.00 on operating under the key "form-7"
    Then the first answer is given again
    And nothing is recorded
    And 400.00 is available on operating

  Scenario: Another posting under the same key is refused
    Given "somchai" orders "PO-1" for 600.00 on operating under the key "form-7"
    When "somchai" orders "PO-1" for 600.01 on operating under the key "form-7"
    Then it is refused with "idempotency-key-reused"
    And nothing is recorded

  Scenario: A number is used once
    Given "somchai" orders "PO-1" for 100.00 on operating
    When "somchai" orders "PO-1" for 100.00 on operating
    Then it is refused with "commitment-exists"
