Feature: Months and quarters are open, closed softly, closed, and opened again with a reason

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating
    And "kanda" has the duty "keep-periods"
    And today is 2025-12-05

  Scenario: Nothing is dated back into a closed month
    Given "kanda" closes 2025-11
    When "somchai" orders "PO-1" for 100.00 on operating dated 2025-11-30
    Then it is refused with "period-closed"
    And nothing is recorded
    When "somchai" orders "PO-1" for 100.00 on operating dated 2025-12-01
    Then it is recorded

  Scenario: After a soft closing only those whose duty it is post
    Given "kanda" soft-closes 2025-11
    And "malee" has the duty "post-after-soft-close"
    When "somchai" orders "PO-1" for 100.00 on operating dated 2025-11-30
    Then it is refused with "period-soft-closed"
    When "malee" orders "PO-1" for 100.00 on operating dated 2025-11-30
    Then it is recorded

  Scenario: A month is opened again with a reason, by somebody whose duty it is
    Given "kanda" closes 2025-11
    When "somchai" reopens 2025-11 because "an invoice was found"
    Then it is refused with "duty-missing"
    When "kanda" reopens 2025-11
    Then it is refused
    When "kanda" reopens 2025-11 because "an invoice was found"
    Then it is recorded
    When "somchai" orders "PO-1" for 100.00 on operating dated 2025-11-30
    Then it is recorded

  Scenario: A quarter closes its three months at once
    Given today is 2026-01-08
    And "kanda" closes Q1
    When "somchai" orders "PO-1" for 100.00 on operating dated 2025-12-31
    Then it is refused with "period-closed"

  Scenario: A month that has not ended is not closed
    When "kanda" closes 2025-12
    Then it is refused with "period-not-ended"
    And nothing is recorded
