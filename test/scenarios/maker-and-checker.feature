Feature: Two pairs of eyes: who makes a document does not approve it

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating
    And the policy wants "checker" to approve "commit" from 100.00
    And the policy wants "checker", then "director" to approve "commit" from 500.00
    And "malee" has the duty "checker"
    And "direk" has the duty "director"

  Scenario: Below the amount nobody else is asked
    When "somchai" orders "PO-1" for 99.99 on operating
    Then it is recorded

  Scenario: From the amount on an order is not recorded without approval
    When "somchai" orders "PO-1" for 100.00 on operating
    Then it is refused with "approval-needed"
    And nothing is recorded

  Scenario: An order waits, is approved and is recorded by the approval
    When "somchai" orders "PO-1" for 100.00 on operating for approval as "D-1"
    Then the events are DocumentSubmitted
    And 1,000.00 is available on operating
    When "malee" approves "D-1"
    Then the events are DocumentApproved, CommitmentMade
    And 900.00 is available on operating
    And the decision on "CommitmentMade" is on record with:
      | field                | value   |
      | approval.number      | D-1     |
      | approval.maker       | somchai |
      | approval.approvers.0 | malee   |

  Scenario: The maker is never the checker
    Given "somchai" has the duty "checker"
    And "somchai" orders "PO-1" for 100.00 on operating for approval as "D-1"
    When "somchai" approves "D-1"
    Then it is refused with "maker-is-checker"
    And nothing is recorded

  Scenario: Somebody without the duty does not approve
    Given "somchai" orders "PO-1" for 100.00 on operating for approval as "D-1"
    When "wipa" approves "D-1"
    Then it is refused with "duty-missing"
    And nothing is recorded

  Scenario: A large order passes two tiers, by two people
    Given "malee" has the duty "director"
    And "somchai" orders "PO-1" for 500.00 on operating for approval as "D-1"
    When "malee" approves "D-1"
    Then the events are DocumentApproved
    And 1,000.00 is available on operating
    When "malee" approves "D-1"
    Then it is refused with "checker-approved-already"
    When "direk" approves "D-1"
    Then the events are DocumentApproved, CommitmentMade
    And 500.00 is available on operating

  Scenario: A refusal is an event with a reason, and nothing moves
    Given "somchai" orders "PO-1" for 100.00 on operating for approval as "D-1"
    When "malee" refuses "D-1" because "no offers were compared"
    Then the events are DocumentRefused
    And 1,000.00 is available on operating
    When "malee" approves "D-1"
    Then it is refused with "document-not-waiting"

  Scenario: The maker withdraws a document, nobody else does
    Given "somchai" orders "PO-1" for 100.00 on operating for approval as "D-1"
    When "malee" withdraws "D-1" because "a mistake"
    Then it is refused with "only-maker-withdraws"
    When "somchai" withdraws "D-1" because "a mistake"
    Then the events are DocumentWithdrawn

  Scenario: A waiting document reserves nothing: who comes first is served
    Given "somchai" orders "PO-1" for 400.00 on operating for approval as "D-1"
    And "malee" pays "V-1" for 700.00 on operating
    When "malee" approves "D-1"
    Then it is refused with "budget-exceeded", short by 100.00 on operating
    And nothing is recorded

  Scenario: A waiting document reserves its money where the policy says so
    Given the policy reserves the money of waiting documents
    When "somchai" orders "PO-1" for 400.00 on operating for approval as "D-1"
    Then operating stands at:
      | pre-committed | committed | available |
      | 400.00        | 0.00      | 600.00    |
    When "malee" pays "V-1" for 600.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01
    When "malee" approves "D-1"
    Then operating stands at:
      | pre-committed | committed | available |
      | 0.00          | 400.00    | 600.00    |

  Scenario: What is reserved for a document that is refused returns to its line
    Given the policy reserves the money of waiting documents
    And "somchai" orders "PO-1" for 400.00 on operating for approval as "D-1"
    When "malee" refuses "D-1" because "no offers were compared"
    Then operating stands at:
      | pre-committed | committed | available |
      | 0.00          | 0.00      | 1,000.00  |

  Scenario: What is reserved returns to its line after the year, too
    Given the policy reserves the money of waiting documents
    And today is 2026-09-30
    And "somchai" orders "PO-1" for 400.00 on operating for approval as "D-1"
    And today is 2026-10-01
    When "malee" refuses "D-1" because "no offers were compared"
    Then it is recorded
    And operating stands at:
      | pre-committed | committed | available |
      | 0.00          | 0.00      | 1,000.00  |
    When "kanda" closes the year dated 2026-09-30
    Then it is refused with "date-before-step"
    When "kanda" closes the year dated 2026-10-01
    Then it is recorded

  Scenario: A document of the year that has ended is approved as if nothing were reserved
    Given the policy reserves the money of waiting documents
    And today is 2026-09-30
    And "somchai" orders "PO-1" for 400.00 on operating for approval as "D-1"
    And today is 2026-10-01
    When "malee" approves "D-1"
    Then it is recorded
    And operating stands at:
      | pre-committed | committed | available |
      | 0.00          | 400.00    | 600.00    |

  Scenario: The close of the year gives back what is reserved, and the document can still be refused or withdrawn
    Given the policy reserves the money of waiting documents
    And today is 2026-09-30
    And "somchai" orders "PO-1" for 400.00 on operating for approval as "D-1"
    And "somchai" orders "PO-2" for 100.00 on operating for approval as "D-2"
    And today is 2026-10-01
    And "kanda" closes the year dated 2026-09-30
    When "malee" approves "D-1"
    Then it is refused with "year-closed"
    When "malee" refuses "D-1" because "too late"
    Then the events are DocumentRefused
    When "somchai" withdraws "D-2"
    Then the events are DocumentWithdrawn

  Scenario: What the budget cannot bear does not even wait
    When "somchai" orders "PO-1" for 1,000.01 on operating for approval as "D-1"
    Then it is refused with "budget-exceeded", short by 0.01
    And nothing is recorded
