package dev.parley.terminal;

import java.util.Optional;

/** The mouse, as xterm tells it: buttons only (1000), with decimal coordinates (1006). */
final class Mouse {
    static final String ON = "\033[?1000h\033[?1006h";
    static final String OFF = "\033[?1006l\033[?1000l";

    private static final int WHEEL = 64;
    private static final int WHEEL_ROWS = 3;
    /** Shift, Alt and Ctrl, which change nothing here. */
    private static final int MODIFIERS = 4 | 8 | 16;

    private Mouse() {}

    /**
     * {@code CSI < button ; column ; row M}, or {@code m} where the button goes up.
     *
     * @param parameters from the {@code <} on
     * @return empty for what is neither a click nor the wheel
     */
    static Optional<Input> read(String parameters, char end) {
        if (end != 'M' || !parameters.matches("<[0-9]{1,4};[0-9]{1,5};[0-9]{1,5}")) {
            return Optional.empty();
        }
        String[] numbers = parameters.substring(1).split(";");
        int button = Integer.parseInt(numbers[0]) & ~MODIFIERS;
        int column = Integer.parseInt(numbers[1]) - 1;
        int row = Integer.parseInt(numbers[2]) - 1;
        if (button == WHEEL || button == WHEEL + 1) {
            return Optional.of(new Input.Burst(button == WHEEL ? -WHEEL_ROWS : WHEEL_ROWS));
        }
        return button == 0 && column >= 0 && row >= 0 ? Optional.of(new Input.Click(column, row)) : Optional.empty();
    }
}
