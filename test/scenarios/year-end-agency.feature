Feature: The year-end of an ordinary agency: what is obliged may be paid until 31 March, the rest lapses

  Background:
    Given project "P01" of 2569 has 1,000.00 on capital
    And "somchai" orders "PO-1" for 600.00 on capital dated 2026-06-01
    And "malee" pays "V-1" for 200.00 against order "PO-1" dated 2026-08-01
    And at year-end the policy carries nothing and the rest lapses
    And today is 2026-09-15

  Scenario: The whole way: reserved, confirmed, closed, paid in the next year, and what is left lapses
    When "kanda" reserves at year-end "R-1" against order "PO-1"
    Then it is recorded
    Given today is 2026-10-05
    And "kanda" confirms reservation "R-1"
    When "kanda" closes the year
    Then it is recorded
    And capital stands at:
      | current | committed | disbursed | lapsed  | available |
      | 600.00  | 400.00    | 200.00    | -400.00 | 0.00      |
    When "malee" pays "V-2" for 250.00 against order "PO-1" dated 2027-03-31
    Then it is recorded
    When "malee" pays "V-3" for 100.00 against order "PO-1" dated 2027-04-01
    Then it is refused with "reservation-expired"
    Given today is 2027-04-01
    When "kanda" lapses reservation "R-1"
    Then it is recorded
    And capital stands at:
      | current | committed | disbursed | lapsed  | available |
      | 450.00  | 0.00      | 450.00    | -550.00 | 0.00      |

  Scenario: What is not reserved is released and lapses with the year
    Given today is 2026-10-01
    When "kanda" closes the year dated 2026-09-30
    Then it is recorded
    And capital stands at:
      | current | committed | disbursed | lapsed  | available |
      | 200.00  | 0.00      | 200.00    | -800.00 | 0.00      |

  Scenario: In a closed year nobody orders anything
    Given "kanda" closes the year dated 2026-09-30
    When "somchai" orders "PO-2" for 0.01 on capital dated 2026-09-30
    Then it is refused with "year-closed"
    And nothing is recorded

  Scenario: The year is not closed before it has ended
    When "kanda" closes the year dated 2026-09-15
    Then it is refused with "year-not-ended"

  Scenario: Money is not reserved before the year nears its end
    When "kanda" reserves at year-end "R-1" against order "PO-1" dated 2026-07-31
    Then it is refused with "date-outside-fiscal-year"

  Scenario: The time of disbursement is extended by agreement, and by nothing else
    Given "kanda" reserves at year-end "R-1" against order "PO-1"
    And "kanda" confirms reservation "R-1"
    When "kanda" extends reservation "R-1" until 2027-06-30 because "the road is under water"
    Then it is refused with "input-invalid"
    When "kanda" extends reservation "R-1" until 2027-06-30 with the agreement "MOF-0402" because "the road is under water"
    Then it is recorded
    When "malee" pays "V-2" for 400.00 against order "PO-1" dated 2027-06-30
    Then it is recorded

  Scenario: A reservation does not lapse before its last day is over
    Given "kanda" reserves at year-end "R-1" against order "PO-1"
    And "kanda" confirms reservation "R-1"
    And today is 2027-03-31
    When "kanda" lapses reservation "R-1"
    Then it is refused with "reservation-not-expired"

  Scenario: The steps are taken back in order, the last one first
    Given "kanda" reserves at year-end "R-1" against order "PO-1"
    And "kanda" confirms reservation "R-1"
    And "kanda" closes the year dated 2026-09-30
    When "kanda" takes back the year-end step "1" because "too early"
    Then it is refused with "year-end-out-of-order"
    Given today is 2026-10-02
    When "kanda" takes back the year-end step because "too early"
    Then it is recorded
    And capital stands at:
      | current  | committed | disbursed | lapsed | available |
      | 1,000.00 | 400.00    | 200.00    | 0.00   | 400.00    |
    When "kanda" takes back the year-end step because "too early"
    And "kanda" takes back the year-end step because "too early"
    Then it is recorded
    When "kanda" takes back the year-end step because "too early"
    Then it is refused with "year-end-step-unknown"

  Scenario: A request without an obligation is reserved only with a special approval
    Given "somchai" requests "PR-1" for 300.00 on capital
    When "kanda" reserves at year-end "R-2" against request "PR-1"
    Then it is refused with "reason-missing"
    When "kanda" reserves at year-end "R-2" against request "PR-1" because "special approval 12/2569"
    Then it is recorded
