using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

/// <summary>
/// Sends events, one JSON object a line, from standard input:
/// <c>mcs -r:System.Net.Http.dll SendEvents.cs &amp;&amp; CASECLOCK_URL=… CASECLOCK_TOKEN=… mono SendEvents.exe &lt;events.ndjson</c>,
/// or as the one file of a project of .NET 8. Prints the answer to each. Ends with 1 where one was refused,
/// with 2 where nobody answers for too long. Needs nothing else.
/// </summary>
public static class SendEvents
{
    private const int LongestPause = 64;

    private static readonly Encoding Utf8 = new UTF8Encoding(false);

    private static readonly Uri Events = new Uri(Setting("CASECLOCK_URL") + "/api/v1/events");

    private static readonly string Token = Setting("CASECLOCK_TOKEN");

    /// A token is for one host: an answer that leads elsewhere is an answer, and not followed.
    private static readonly HttpClient Client =
        new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public static int Main()
    {
        var refused = false;
        using (var input = new StreamReader(Console.OpenStandardInput(), Utf8, false))
        using (var output = new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true })
        {
            for (var line = input.ReadLine(); line != null; line = input.ReadLine())
            {
                if (line.Trim().Length > 0)
                {
                    var answer = Send(Utf8.GetBytes(line.Trim()));
                    if (answer.Status == 0)
                    {
                        return 2;
                    }
                    output.WriteLine(answer.Status + " " + answer.Body);
                    refused |= answer.Status != 200 && answer.Status != 202;
                }
            }
        }
        return refused ? 1 : 0;
    }

    /// Posts the same until there is an answer that says something about the event; status 0 where there is none for too long.
    private static Answer Send(byte[] body)
    {
        for (var pause = 1; ; pause *= 2)
        {
            var answer = Post(body).GetAwaiter().GetResult();
            if (!IsToBeRepeated(answer.Status))
            {
                return answer;
            }
            if (pause > LongestPause)
            {
                return new Answer();
            }
            Thread.Sleep(TimeSpan.FromSeconds(answer.RetryAfter ?? pause));
        }
    }

    private static bool IsToBeRepeated(int status)
    {
        return status == 0 || status == 429 || status == 500 || status == 503;
    }

    /// Status 0 where nobody answers.
    private static async Task<Answer> Post(byte[] body)
    {
        using (var request = new HttpRequestMessage(HttpMethod.Post, Events))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
            request.Headers.ExpectContinue = false;
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json");
            try
            {
                using (var response = await Client.SendAsync(request).ConfigureAwait(false))
                {
                    return new Answer
                    {
                        Status = (int)response.StatusCode,
                        Body = Utf8.GetString(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false)),
                        RetryAfter = Seconds(response),
                    };
                }
            }
            catch (Exception e) when (e is HttpRequestException || e is OperationCanceledException || e is IOException || e is WebException)
            {
                return new Answer();
            }
        }
    }

    private static int? Seconds(HttpResponseMessage response)
    {
        var asked = response.Headers.TryGetValues("Retry-After", out var values) ? values.First() : "";
        var isCount = asked.Length >= 1 && asked.Length <= 5 && asked.All(digit => digit >= '0' && digit <= '9');
        return isCount ? int.Parse(asked) : (int?)null;
    }

    private static string Setting(string name)
    {
        return Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException(name + " is not set");
    }

    private struct Answer
    {
        public int Status;
        public string Body;
        public int? RetryAfter;
    }
}
