using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Aspire.Hosting.Local;

/// <summary>The folder in which everything is kept; one AppHost at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileStream hold;

    private DataFolder(string path, FileStream hold)
    {
        Path = path;
        this.hold = hold;
    }

    public string Path { get; }

    public static DataFolder Open(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return new DataFolder(path, new FileStream(System.IO.Path.Combine(path, "apphost.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw new LocalException($"{path} belongs to another user: start as that user, or remove the folder, with everything in it, to begin anew.");
        }
        catch (IOException e)
        {
            throw new LocalException($"{path} cannot be used; most likely SynthDataGen runs from here already. ({e.Message})");
        }
    }

    public string Folder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    /// <summary>A password that is made once; only its owner can read it.</summary>
    public string Secret(string name)
    {
        var file = System.IO.Path.Combine(Path, name);
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
        {
            using var stream = new FileStream(file, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
            stream.Write(System.Text.Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(32)));
        }

        return File.ReadAllText(file);
    }

    /// <summary>The port of last time while nobody else has it, else a free one, kept for next time.</summary>
    public int Port(string name)
    {
        var file = System.IO.Path.Combine(Path, name);
        var last = File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var port) ? port : 0;
        var chosen = Take(last) ?? Take(0)!.Value;
        File.WriteAllText(file, chosen.ToString(CultureInfo.InvariantCulture));
        return chosen;
    }

    public void Dispose() => hold.Dispose();

    private static int? Take(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
