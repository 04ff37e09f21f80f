Feature: A date outside the fiscal year is refused, or booked with both dates; it is never moved

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating

  Scenario: A posting outside the fiscal year is refused
    When "somchai" orders "PO-1" for 100.00 on operating dated 2026-10-01
    Then it is refused with "date-outside-fiscal-year"
    And nothing is recorded

  Scenario: A document dated outside the year is refused by default
    When "malee" pays "V-1" for 100.00 on operating with the document dated 2025-09-28
    Then it is refused with "document-date-outside-year"
    And nothing is recorded

  Scenario: Where the policy allows it, both dates are booked, with who let it in
    Given the policy lets those whose duty it is allow dates outside the year
    And "malee" has the duty "allow-date-outside-year"
    When "malee" pays "V-1" for 100.00 on operating dated 2025-10-02 with the document dated 2025-09-28
    Then it is recorded
    And the decision is on record with:
      | field                  | value      |
      | documentDate.date      | 2025-09-28 |
      | documentDate.allowedBy | malee      |
    And the journal of "V-1" reads:
      | type             | effective_on |
      | DisbursementMade | 2025-10-02   |

  Scenario: Where the policy allows it, not everybody may
    Given the policy lets those whose duty it is allow dates outside the year
    When "somchai" pays "V-1" for 100.00 on operating with the document dated 2025-09-28
    Then it is refused with "document-date-outside-year"
