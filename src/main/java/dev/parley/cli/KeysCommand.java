package dev.parley.cli;

import dev.parley.ui.app.ActionTable;
import dev.parley.ui.keys.KeyTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./run.sh keys}: the table of actions as the README has it. */
@Command(name = "keys", description = "every action with its keys and command", mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.println(KeyTable.markdown(ActionTable.all()));
        return 0;
    }
}
