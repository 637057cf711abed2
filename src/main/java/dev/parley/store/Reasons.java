package dev.parley.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;

/** Why something could not be kept, in words for the person. */
final class Reasons {
    private Reasons() {}

    static String of(Throwable failure) {
        if (failure instanceof StoreFailure told) {
            return String.valueOf(told.getMessage());
        }
        if (failure instanceof SQLException sql) {
            return of(code(sql), sql);
        }
        if (failure instanceof AccessDeniedException) {
            return "the folder cannot be written";
        }
        if (failure instanceof NoSuchFileException) {
            return "the folder is gone";
        }
        if (failure instanceof IOException) {
            return ofFile(failure);
        }
        return "the store failed (" + failure.getClass().getSimpleName() + ")";
    }

    private static String ofFile(Throwable failure) {
        String said = failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(failure.getMessage());
        String plain = said.toLowerCase(Locale.ROOT);
        if (plain.contains("no space left") || plain.contains("quota exceeded")) {
            return "the disk is full";
        }
        if (plain.contains("read-only file system") || plain.contains("permission denied")) {
            return "the folder cannot be written";
        }
        return "the disk reports an error (" + said + ")";
    }

    private static String of(int code, SQLException failure) {
        return switch (SQLiteErrorCode.getErrorCode(code & 0xFF)) {
            case SQLITE_FULL -> "the disk is full";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> "the folder cannot be written";
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds the file";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "the file is damaged";
            case SQLITE_IOERR ->
                "the disk reports an error ("
                        + SQLiteErrorCode.getErrorCode(code).name() + ")";
            case SQLITE_NOMEM -> "there is not enough memory";
            default -> "the store failed (SQLite " + code + ")";
        };
    }

    /** SQLite's own, extended where it has one. */
    static int code(SQLException failure) {
        return failure instanceof org.sqlite.SQLiteException sqlite
                ? sqlite.getResultCode().code
                : failure.getErrorCode();
    }

    /** Whether it is the file's contents that are wrong, rather than the disk, the rights or another program. */
    static boolean isDamage(SQLException failure) {
        int code = code(failure);
        if (code == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ.code || code == SQLiteErrorCode.SQLITE_CORRUPT_VTAB.code) {
            return true;
        }
        return switch (SQLiteErrorCode.getErrorCode(code & 0xFF)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT -> true;
            default -> false;
        };
    }
}
