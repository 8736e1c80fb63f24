internal import Glibc

/// A day of the calendar, in UTC.
package struct CalendarDay: Hashable, Sendable, CustomStringConvertible {
  /// The year; the month and the day from 1.
  package let year: Int, month: Int, day: Int

  /// Today.
  package static var today: CalendarDay { CalendarDay(time(nil)) }

  /// The day of a time in seconds since the beginning of 1970.
  package init(_ seconds: Int) {
    // Days since 0000-03-01, so that leap days end a year; 146,097 days are 400 years.
    let days = (seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `2023-07-04`
  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
