package dev.parley.ui.state;

/** What the person turned on and off. UI thread only. */
public final class Switches {
    private boolean exactTimes;
    private boolean listHidden;
    private boolean listOver;
    private boolean board;
    private boolean bare;
    private boolean mouse;
    private boolean untitled;
    private BellMode bell = BellMode.OFF;
    private ReceiptMode receipts = ReceiptMode.VISIBLE;

    /** Times in milliseconds, with sequence numbers. */
    public boolean exactTimes() {
        return exactTimes;
    }

    public void exactTimes(boolean on) {
        exactTimes = on;
    }

    /** Whether the list stands beside the history where there is room for it. */
    public boolean listShown() {
        return !listHidden;
    }

    public void listShown(boolean shown) {
        listHidden = !shown;
    }

    /** Whether the list lies over the history, where there is no room beside it. */
    public boolean listOver() {
        return listOver;
    }

    public void listOver(boolean over) {
        listOver = over;
    }

    /** The board in place of the list, where there is room for it. */
    public boolean board() {
        return board;
    }

    public void board(boolean on) {
        board = on;
    }

    /** History only. */
    public boolean bare() {
        return bare;
    }

    public void bare(boolean on) {
        bare = on;
    }

    /** Whether the mouse is ours. */
    public boolean mouse() {
        return mouse;
    }

    public void mouse(boolean on) {
        mouse = on;
    }

    /** Whether the window is called by us. */
    public boolean titled() {
        return !untitled;
    }

    public void titled(boolean on) {
        untitled = !on;
    }

    public BellMode bell() {
        return bell;
    }

    public void bell(BellMode mode) {
        bell = mode;
    }

    public ReceiptMode receipts() {
        return receipts;
    }

    public void receipts(ReceiptMode mode) {
        receipts = mode;
    }
}
