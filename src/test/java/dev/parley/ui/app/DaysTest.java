package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Days days(String least, String most) {
        return new Days(
                TODAY,
                Optional.ofNullable(least).map(LocalDate::parse),
                Optional.ofNullable(most).map(LocalDate::parse));
    }

    @Test
    void the_list_begins_today_and_goes_on_for_a_year() {
        List<LocalDate> all = days(null, null).fitting("");

        assertThat(all).hasSize(366).startsWith(TODAY, TODAY.plusDays(1));
    }

    @Test
    void it_keeps_to_the_first_and_the_last_day() {
        assertThat(days("2026-12-01", "2026-12-03").fitting("")).hasSize(3).startsWith(LocalDate.of(2026, 12, 1));
        assertThat(days("2020-01-01", "2020-01-02").fitting("")).hasSize(2);
        assertThat(days("2027-01-01", "2026-12-01").fitting("")).isEmpty();
    }

    @Test
    void words_make_it_shorter() {
        assertThat(days(null, null).fitting("dec thu")).startsWith(LocalDate.of(2026, 12, 3));
        assertThat(days(null, null).fitting("24 dec")).containsExactly(LocalDate.of(2026, 12, 24));
    }

    @Test
    void a_date_that_is_typed_may_lie_beyond_the_list_but_not_beyond_what_is_allowed() {
        assertThat(days(null, null).fitting("2031-02-28")).containsExactly(LocalDate.of(2031, 2, 28));
        assertThat(days(null, null).fitting("28.2.2031")).containsExactly(LocalDate.of(2031, 2, 28));
        assertThat(days(null, "2027-01-01").fitting("2031-02-28")).isEmpty();
        assertThat(days(null, null).fitting("2031-02-30")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| 2026-12-03",
                "YYYY-MM-DD | 2026-12-03",
                "MMMM Do YYYY | December 3rd 2026",
                "dddd D MMM YY | Thursday 3 Dec 26",
                "DD/MM/yyyy | 03/12/2026",
                "d.M.yyyy | 3.12.2026",
                "[x] {y} | [x] {y}"
            })
    void a_day_is_said_in_the_format_that_is_asked_for(String format, String said) {
        assertThat(DayFormat.of(format == null ? "" : format, LocalDate.of(2026, 12, 3)))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"1, 1st", "2, 2nd", "3, 3rd", "4, 4th", "11, 11th", "12, 12th", "13, 13th", "21, 21st", "30, 30th"})
    void days_are_counted_in_english(int day, String said) {
        assertThat(DayFormat.of("Do", LocalDate.of(2026, 12, day))).isEqualTo(said);
    }
}
