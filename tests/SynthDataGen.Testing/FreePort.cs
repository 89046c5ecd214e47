using System.Net;
using System.Net.Sockets;

namespace SynthDataGen.Testing;

/// <summary>A free loopback port.</summary>
public static class FreePort
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
