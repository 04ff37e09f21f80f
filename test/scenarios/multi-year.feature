Feature: A contract may span fiscal years

  Background:
    Given project "P01" of 2569 has 1,000.00 on capital
    And project "P01" of 2570 has 2,000.00 on capital
    And "somchai" contracts "K-77" for 900.00 on capital dated 2026-02-01
      | year | amount   |
      | 2569 | 900.00   |
      | 2570 | 1,800.00 |

  Scenario: Each year bears its own part of the contract
    Then 100.00 is available on capital
    And 2,000.00 is available on capital in 2570
    When "somchai" contracts "K-77" for 1,800.00 on capital of 2570 continuing "K-77" of 2569 dated 2026-10-01
    Then it is recorded
    And 100.00 is available on capital
    And 200.00 is available on capital in 2570

  Scenario: The part of a year is not exceeded
    When "somchai" contracts "K-77" for 1,800.01 on capital of 2570 continuing "K-77" of 2569 dated 2026-10-01
    Then it is refused with "contract-year-exceeded"
    And nothing is recorded

  Scenario: The part of a year is committed once
    Given "somchai" contracts "K-77" for 1,800.00 on capital of 2570 continuing "K-77" of 2569 dated 2026-10-01
    When "somchai" contracts "K-78" for 100.00 on capital of 2570 continuing "K-77" of 2569 dated 2026-10-01
    Then it is refused with "contract-year-taken"
    And nothing is recorded

  Scenario: The part of a later year must be available in that year
    Given "somsri" cuts "CUT-1" for 200.01 on capital of 2570 because "savings" dated 2026-10-01
    When "somchai" contracts "K-77" for 1,800.00 on capital of 2570 continuing "K-77" of 2569 dated 2026-10-01
    Then it is refused with "budget-exceeded", short by 0.01 on capital
    And nothing is recorded

  Scenario: The parts of the years add up to the contract
    When "somchai" contracts "K-80" for 50.00 on capital dated 2026-02-01
      | year | amount |
      | 2569 | 60.00  |
      | 2570 | 40.00  |
    Then it is refused with "contract-years-differ"
    And nothing is recorded
