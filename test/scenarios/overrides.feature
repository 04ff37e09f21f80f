Feature: Somebody whose duty it is may set a rule aside, with a reason that stays on record

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating
    And the policy stops what exceeds the line at request, commit, disburse
    And "director-1" has the duty "override-availability"

  Scenario: The director sets the rule aside and says why
    When "director-1" orders "PO-1" for 1,200.00 on operating setting the rule aside because "flood relief"
    Then it is recorded
    And the decision is on record with:
      | field            | value        |
      | override.by      | director-1   |
      | override.reason  | flood relief |
      | override.rules.0 | line         |

  Scenario: Somebody without the duty cannot
    When "somchai" orders "PO-1" for 1,200.00 on operating setting the rule aside because "flood relief"
    Then it is refused with "override-not-allowed"
    And nothing is recorded

  Scenario: The duty ends on its last day
    Given "director-2" has the duty "override-availability" until 2025-10-31
    And today is 2025-11-01
    When "director-2" orders "PO-1" for 1,200.00 on operating setting the rule aside because "flood relief"
    Then it is refused with "override-not-allowed"

  Scenario: A rule that is not broken is not overridden
    When "director-1" orders "PO-1" for 1,000.00 on operating setting the rule aside because "flood relief"
    Then it is recorded
    And the decision is on record without "override"

  Scenario: A budget that is used is not cut, override or not
    Given "somchai" orders "PO-1" for 600.00 on operating
    When "director-1" cuts "CUT-1" for 400.01 on operating because "savings" setting the rule aside because "flood relief"
    Then it is refused with "cut-below-used", short by 0.01
