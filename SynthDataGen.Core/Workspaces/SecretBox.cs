using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;

namespace SynthDataGen.Core.Workspaces;

/// <summary>
/// Seals secrets that must be kept, such as generators' API keys, with AES-256-GCM. The key is in a file next to the
/// database, not in it, so that a database dump reveals nothing.
/// </summary>
public sealed class SecretBox(byte[] key)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Opens the box with the key in the file, creating the file (mode 600) if missing. Safe for several processes at the same time.</summary>
    public static SecretBox FromFile(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var draft = $"{path}.{Guid.CreateVersion7():n}";
            File.WriteAllText(draft, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft); // Another process was first; its key counts.
            }
        }

        return new SecretBox(Convert.FromBase64String(File.ReadAllText(path).Trim()));
    }

    public string Seal(string secret)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var box = new byte[NonceSize + TagSize + plain.Length];
        var nonce = box.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize));
        return Convert.ToBase64String(box);
    }

    /// <exception cref="CryptographicException">The secret was sealed with another key, or was tampered with.</exception>
    public string Open(string sealedSecret)
    {
        var box = Convert.FromBase64String(sealedSecret);
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), plain);
        return Encoding.UTF8.GetString(plain);
    }
}

/// <summary>Where generators' API keys are sealed. Section <c>Secrets</c>.</summary>
public sealed class SecretsOptions
{
    public const string Section = "Secrets";

    /// <summary>The file with the sealing key; created if missing. Default: <c>.data/secrets.key</c>.</summary>
    [Required]
    public string KeyFile { get; set; } = ".data/secrets.key";
}
