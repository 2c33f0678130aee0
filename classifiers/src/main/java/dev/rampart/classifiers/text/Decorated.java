package dev.rampart.classifiers.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Letters that exist for their looks and that Unicode does not decompose: small capitals, turned
 * letters, letters in boxes and circles, flags. Each row pairs the look with the plain letters it
 * is read as.
 */
final class Decorated {
  /** Look-alikes in other scripts that Unicode's list lacks or gives as more than one letter. */
  static final Map<Character, Character> ADDED_LOOK_ALIKES =
      pairs("мтвнкипяшщцдгьβεηκμντυωχγλδθς", "mtbhknnrwwuarbbenkuvtuwxyados");

  private static final String[][] SMALL = {
    {"ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz"},
    {"ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ", "acefghijkmrtvwy"},
    {"øđłħŧıɑɡɩʋæœßþð", "odlhtiagivaospd"},
  };
  private static final Map<Character, Character> PLAIN = new HashMap<>();

  static {
    for (String[] row : SMALL) {
      PLAIN.putAll(pairs(row[0], row[1]));
    }
    PLAIN.putAll(pairs("’‘ʼ´′“”«»‐‑‒–—―…¡¿€£¥¢₽", "'''''\"\"\"\"------.!?$$$$$"));
  }

  private Decorated() {}

  /** The plain letter, or {@link LetterTable#NOTHING} where the character is none of these. */
  static char plain(int c) {
    if (c < 0x10000) {
      return PLAIN.getOrDefault((char) c, LetterTable.NOTHING);
    }
    int first = firstOfAlphabet(c);
    return first == 0 ? LetterTable.NOTHING : (char) ('a' + c - first);
  }

  /** Whether a code point past the basic plane is a letter or digit in disguise. */
  static boolean isSupplementary(int c) {
    return (c >= 0x1D400 && c <= 0x1D7FF) || (c >= 0x1F100 && c <= 0x1F1FF);
  }

  private static int firstOfAlphabet(int c) {
    for (int first : new int[] {0x1F110, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6}) {
      if (c >= first && c < first + 26) {
        return first;
      }
    }
    return 0;
  }

  private static Map<Character, Character> pairs(String from, String to) {
    Map<Character, Character> pairs = new HashMap<>();
    for (int i = 0; i < from.length(); i++) {
      pairs.put(from.charAt(i), to.charAt(i));
    }
    return pairs;
  }
}
